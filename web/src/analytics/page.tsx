import { Button, Card, Group, SegmentedControl, Select, Stack, Text, TextInput, useMatches } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, value } from '../api/client';
import { Page } from '../ui/page';
import { Broken, Empty, Loading } from '../ui/states';
import { RevenueChart } from './chart';
import { Numbers } from './numbers';
import { daysAgo, today } from './period';

const BY = ['source', 'campaign', 'site', 'employee'] as const;
type By = (typeof BY)[number];

/** «Аналитика»: communications, tasks, deals and revenue of a period. */
export function AnalyticsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const laid = useMatches<'vertical' | 'horizontal'>({ base: 'vertical', xs: 'horizontal' });
  const connections = useQuery({ queryKey: ['connections'], queryFn: () => value(api.GET('/api/connections')) });
  const names = connections.data?.items.map((one) => one.name) ?? [];
  const name = search.get('connection') ?? names[0];
  const by = (BY as readonly string[]).includes(search.get('by') ?? '') ? (search.get('by') as By) : 'source';
  const query = { from: search.get('from') ?? daysAgo(29), till: search.get('till') ?? today(), by };
  const change = (key: string, to: string | null) => setSearch((now) => {
    const changed = new URLSearchParams(now);
    if (to) changed.set(key, to);
    else changed.delete(key);
    return changed;
  }, { replace: true });
  const numbers = useQuery({
    queryKey: ['analytics', name, query],
    queryFn: () => value(api.GET('/api/connections/{name}/analytics', { params: { path: { name: name ?? '' }, query } })),
    enabled: name !== undefined && query.from <= query.till,
  });
  const file = `/api/connections/${name}/analytics.csv?${new URLSearchParams(query).toString()}`;
  const actions = name && <Button component="a" href={file} download variant="default" leftSection={<IconDownload size={18} />}>{t('analytics.csv')}</Button>;
  return (
    <Page title={t('analytics.title')} about={t('analytics.about')} actions={actions}>
      <Card className="card" padding="md">
        <Group gap="md" align="flex-end">
          {names.length > 1 && <Select label={t('journal.connection')} data={names} value={name} onChange={(to) => change('connection', to)} allowDeselect={false} w={200} />}
          <TextInput type="date" label={t('analytics.from')} value={query.from} max={query.till} onChange={(event) => change('from', event.currentTarget.value)} />
          <TextInput type="date" label={t('analytics.till')} value={query.till} min={query.from} onChange={(event) => change('till', event.currentTarget.value)} error={query.from > query.till && t('analytics.turned')} />
          <Stack gap={4} flex={laid === 'vertical' ? '1 0 100%' : undefined}>
            <Text size="sm" fw={600} id="analytics-by">{t('analytics.by')}</Text>
            <SegmentedControl orientation={laid} fullWidth={laid === 'vertical'} aria-labelledby="analytics-by" value={by} onChange={(to) => change('by', to)} data={BY.map((one) => ({ value: one, label: t(`analytics.dimension.${one}`) }))} />
          </Stack>
        </Group>
      </Card>
      {(connections.isPending || numbers.isLoading) && <Loading />}
      {connections.isError && <Broken error={connections.error} retry={() => void connections.refetch()} />}
      {numbers.isError && <Broken error={numbers.error} retry={() => void numbers.refetch()} />}
      {numbers.data && (numbers.data.items.length === 0 && numbers.data.alone.deals === 0
        ? <Empty title={t('analytics.none')}>{t('analytics.noneAbout')}</Empty>
        : (
          <>
            <RevenueChart items={numbers.data.items} />
            <Numbers data={numbers.data} first={t(`analytics.dimension.${by}`)} />
          </>
        ))}
    </Page>
  );
}
