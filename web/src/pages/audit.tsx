import { Button, Card, Group, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, value, type Schemas } from '../api/client';
import { when } from '../i18n';
import { shown } from '../ui/shown';
import { Page } from '../ui/page';
import { Broken, Empty, Loading } from '../ui/states';

type Entry = Schemas['AuditEntry'];

export function AuditPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const subject = search.get('subject') ?? undefined;
  const audit = useInfiniteQuery({
    queryKey: ['audit', subject],
    queryFn: ({ pageParam }) => value(api.GET('/api/audit', { params: { query: { subject, before: pageParam } } })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const entries = audit.data?.pages.flatMap((page) => page.items) ?? [];
  const actions = subject && <Button variant="default" onClick={() => setSearch({})}>{t('audit.all')}</Button>;
  return (
    <Page title={subject ? t('audit.of', { subject }) : t('audit.title')} about={t('audit.about')} actions={actions}>
      {audit.isPending && <Loading />}
      {audit.isError && <Broken error={audit.error} retry={() => void audit.refetch()} />}
      {audit.data && entries.length === 0 && <Empty title={t('audit.none')}>{t('audit.noneAbout')}</Empty>}
      <Stack gap="xs">{entries.map((one) => <Item key={one.id} entry={one} />)}</Stack>
      {audit.hasNextPage && <Group justify="center"><Button variant="default" loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>{t('more')}</Button></Group>}
    </Page>
  );
}

function Item({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  // what has no name of its own is called by a word
  const subjectOf = ({ subject }: Entry) => (i18n.exists(`audit.subject.${subject}`) ? t(`audit.subject.${subject}`) : subject);
  const before = (entry.before ?? {}) as Record<string, unknown>;
  const after = (entry.after ?? {}) as Record<string, unknown>;
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return (
    <Card className="card" padding="sm">
      <Group justify="space-between" gap={4}>
        <Text size="sm" className="wrap"><b>{entry.actor}</b> {t(`audit.action.${entry.action}`)} <b>{subjectOf(entry)}</b></Text>
        <Text size="xs" c="dimmed">{t(`audit.kind.${entry.actor_kind}`)} · {when(entry.at)}</Text>
      </Group>
      {paths.length > 0 && (
        <details>
          <summary><Text span size="xs" c="dimmed">{t('audit.changes', { count: paths.length })}</Text></summary>
          <Table.ScrollContainer minWidth={420}>
            <Table fz="xs" verticalSpacing={4} mt={4}>
              <Table.Tbody>
                {paths.map((path) => (
                  <Table.Tr key={path}>
                    <Table.Td className="mono">{path}</Table.Td>
                    <Table.Td c="dimmed" className="wrap">{shown(before[path])}</Table.Td>
                    <Table.Td className="wrap">{shown(after[path])}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </details>
      )}
    </Card>
  );
}
