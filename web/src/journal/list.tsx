import { Badge, Button, Card, Group, Loader, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useThrottledCallback } from '@mantine/hooks';
import { IconPhoneIncoming, IconPhoneOutgoing, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api, value, type Schemas } from '../api/client';
import { told, when } from '../i18n';
import { Page } from '../ui/page';
import { Broken, Empty, Loading } from '../ui/states';
import { useLive } from './live';
import { StateBadge } from './state-badge';

export type Communication = Schemas['Communication'];
type State = Schemas['State'];

const STATES: State[] = ['waiting', 'done', 'filtered', 'dead', 'unreadable'];
const KINDS = ['call', 'click', 'lead', 'deal'];
// many things happen at once, the list is read once
const LEAST_BETWEEN_MS = 700;
// whoever has scrolled this far reads, and is not to be moved
const FRESH_PAGES = 3;

/** The journal: every communication, the newest first. */
export function JournalPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const get = (name: string) => search.get(name) ?? undefined;
  const filter = { connection: get('connection'), state: get('state') as State | undefined, kind: get('kind'), phone: get('phone'), task: get('task') ? Number(get('task')) : undefined };
  const filtered = Object.values(filter).some((one) => one !== undefined);
  const journal = useInfiniteQuery({
    queryKey: ['journal', filter],
    queryFn: ({ pageParam }) => value(api.GET('/api/journal', { params: { query: { ...filter, before: pageParam } } })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const refresh = useThrottledCallback(() => {
    if ((journal.data?.pages.length ?? 0) <= FRESH_PAGES) void journal.refetch();
  }, LEAST_BETWEEN_MS);
  useLive(refresh);
  const items = journal.data?.pages.flatMap((page) => page.items) ?? [];
  const change = (name: string, next: string | null) => setSearch((now) => {
    const changed = new URLSearchParams(now);
    if (next) changed.set(name, next);
    else changed.delete(name);
    return changed;
  }, { replace: true });
  const actions = <Button variant="default" leftSection={<IconRefresh size={18} />} loading={journal.isRefetching && !journal.isFetchingNextPage} onClick={() => void journal.refetch()}>{t('journal.refresh')}</Button>;
  return (
    <Page title={t('journal.title')} about={t('journal.about')} actions={actions}>
      <Filter get={get} change={change} />
      {journal.isPending && <Loading rows={6} />}
      {journal.isError && <Broken error={journal.error} retry={() => void journal.refetch()} />}
      {journal.data && items.length === 0 && (filtered
        ? <Empty title={t('journal.none')}>{t('journal.noneAbout')}<Group justify="center" mt="md"><Button variant="default" onClick={() => setSearch({})}>{t('journal.reset')}</Button></Group></Empty>
        : <Empty title={t('journal.empty')}>{t('journal.emptyAbout')}</Empty>)}
      {items.length > 0 && <Rows items={items} more={journal.hasNextPage} loadMore={() => void journal.fetchNextPage()} loading={journal.isFetchingNextPage} />}
    </Page>
  );
}

function Filter({ get, change }: { get: (name: string) => string | undefined; change: (name: string, next: string | null) => void }) {
  const { t } = useTranslation();
  const connections = useQuery({ queryKey: ['connections'], queryFn: () => value(api.GET('/api/connections')) });
  const [phone, setPhone] = useState(get('phone') ?? '');
  const [task, setTask] = useState(get('task') ?? '');
  const later = useDebouncedCallback((name: string, next: string) => change(name, next.replace(/\D/g, '') || null), 350);
  return (
    <SimpleGrid cols={{ base: 2, md: 5 }} spacing="xs">
      <TextInput label={t('journal.phone')} inputMode="tel" value={phone} onChange={(event) => {
        setPhone(event.currentTarget.value);
        later('phone', event.currentTarget.value);
      }} />
      <Select label={t('journal.state')} placeholder={t('journal.all')} clearable data={STATES.map((one) => ({ value: one, label: t(`journal.states.${one}`) }))} value={get('state') ?? null} onChange={(next) => change('state', next)} />
      <Select label={t('journal.kind')} placeholder={t('journal.all')} clearable data={KINDS.map((one) => ({ value: one, label: t(`journal.kinds.${one}`) }))} value={get('kind') ?? null} onChange={(next) => change('kind', next)} />
      <Select label={t('journal.connection')} placeholder={t('journal.all')} clearable searchable data={(connections.data?.items ?? []).map((one) => ({ value: one.name, label: one.title }))} value={get('connection') ?? null} onChange={(next) => change('connection', next)} />
      <TextInput label={t('journal.task')} inputMode="numeric" value={task} onChange={(event) => {
        setTask(event.currentTarget.value);
        later('task', event.currentTarget.value);
      }} />
    </SimpleGrid>
  );
}

/** Only the rows that can be seen are there; the next page is fetched when the end comes near. */
function Rows({ items, more, loadMore, loading }: { items: Communication[]; more: boolean; loadMore: () => void; loading: boolean }) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const rows = useWindowVirtualizer({
    count: items.length, estimateSize: () => 92, overscan: 8, scrollMargin: list.current?.offsetTop ?? 0, getItemKey: (at) => items[at]!.id,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !loading && last >= items.length - 5) loadMore();
  }, [last, more, loading, items.length, loadMore]);
  return (
    <>
      <div ref={list} role="list" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {shown.map((row) => (
          <div key={row.key} role="listitem" data-index={row.index} ref={rows.measureElement}
            style={{ position: 'absolute', top: 0, left: 0, width: '100%', paddingBottom: 8, transform: `translateY(${row.start - rows.options.scrollMargin}px)` }}>
            <Item one={items[row.index]!} />
          </div>
        ))}
      </div>
      {loading && <Group justify="center"><Loader size="sm" aria-label={t('loading')} /></Group>}
    </>
  );
}

function Item({ one }: { one: Communication }) {
  const { t, i18n } = useTranslation();
  const kind = one.key.split('/')[0] ?? '';
  const Icon = one.direction === 'out' ? IconPhoneOutgoing : IconPhoneIncoming;
  return (
    <Link to={`/journal/${one.id}`} className="row-link">
      <Card className="card" padding="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
          <Group gap="sm" wrap="nowrap" align="flex-start" style={{ minWidth: 0 }}>
            <Icon size={20} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
            <div style={{ minWidth: 0 }}>
              <Text fw={600} size="sm" className="wrap">{one.title || (i18n.exists(`journal.kinds.${kind}`) ? t(`journal.kinds.${kind}`) : one.key)}</Text>
              <Text size="xs" c="dimmed" className="wrap">
                {one.phone ? `+${one.phone}` : t('journal.noPhone')}{one.direction && ` · ${t(`journal.direction.${one.direction}`)}`} · {when(one.started_at)} · {one.connection}
              </Text>
              {one.text && <Text size="xs" className="wrap" lineClamp={2}>{told(one.text)}</Text>}
            </div>
          </Group>
          <Group gap={6} justify="flex-end" style={{ flexShrink: 0 }}>
            {one.task && <Badge variant="default" tt="none" visibleFrom="xs">{t('journal.taskN', { number: one.task })}</Badge>}
            <StateBadge state={one.state} />
          </Group>
        </Group>
      </Card>
    </Link>
  );
}
