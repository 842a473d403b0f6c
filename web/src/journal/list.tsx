import { Button, Group } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { useMay } from '../api/session';
import { Page } from '../ui/page';
import { Broken, Empty, Loading } from '../ui/states';
import { Bulk } from './bulk';
import { JournalFilter } from './filter';
import { useFilter } from './filter-state';
import { useLive } from './live';
import { Rows } from './rows';

// many things happen at once, the list is read once
const LEAST_BETWEEN_MS = 700;
// whoever has scrolled this far reads, and is not to be moved
const FRESH_PAGES = 3;

/** The journal: every communication, the newest first. */
export function JournalPage() {
  const { t } = useTranslation();
  const admin = useMay('admin');
  const filter = useFilter();
  const { chosen } = filter;
  const journal = useInfiniteQuery({
    queryKey: ['journal', chosen],
    queryFn: ({ pageParam }) => value(api.GET('/api/journal', { params: { query: { ...chosen, before: pageParam } } })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const refresh = useThrottledCallback(() => {
    if ((journal.data?.pages.length ?? 0) <= FRESH_PAGES) void journal.refetch();
  }, LEAST_BETWEEN_MS);
  useLive(refresh);
  const items = journal.data?.pages.flatMap((page) => page.items) ?? [];
  const [picked, setPicked] = useState<ReadonlySet<number>>();
  const toggle = (id: number) => setPicked((now) => {
    const next = new Set(now);
    if (!next.delete(id)) next.add(id);
    return next;
  });
  const actions = <Button variant="default" leftSection={<IconRefresh size={18} />} loading={journal.isRefetching && !journal.isFetchingNextPage} onClick={() => void journal.refetch()}>{t('journal.refresh')}</Button>;
  return (
    <Page title={t('journal.title')} about={t('journal.about')} actions={actions}>
      <JournalFilter filter={filter} />
      {admin && items.length > 0 && <Bulk chosen={chosen} filtered={filter.count > 0} picked={picked} setPicked={setPicked} />}
      {journal.isPending && <Loading rows={6} />}
      {journal.isError && <Broken error={journal.error} retry={() => void journal.refetch()} />}
      {journal.data && items.length === 0 && (filter.count > 0
        ? <Empty title={t('journal.none')}>{t('journal.noneAbout')}<Group justify="center" mt="md"><Button variant="default" onClick={filter.reset}>{t('journal.reset')}</Button></Group></Empty>
        : <Empty title={t('journal.empty')}>{t('journal.emptyAbout')}</Empty>)}
      {items.length > 0 && <Rows items={items} more={journal.hasNextPage} loadMore={() => void journal.fetchNextPage()} loading={journal.isFetchingNextPage} picking={picked && { ids: picked, toggle }} />}
    </Page>
  );
}
