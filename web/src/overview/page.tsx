import { Button, Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, value, type Schemas } from '../api/client';
import { useMay } from '../api/session';
import { when } from '../i18n';
import { Page } from '../ui/page';
import { Broken, Empty, Loading } from '../ui/states';
import { ConnectionCard } from './connection-card';
import { DayChart } from './day-chart';
import { Troubles } from './troubles';

const REFRESH_MS = 30_000;

/** Whether the integration works right now. */
export function OverviewPage() {
  const { t } = useTranslation();
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => value(api.GET('/api/overview')), refetchInterval: REFRESH_MS });
  const told = overview.data;
  return (
    <Page title={t('overview.title')} about={t('overview.about')}
      actions={told && <Text size="sm" c="dimmed">{t('overview.at', { at: when(told.now, true) })}</Text>}>
      {overview.isPending && <Loading />}
      {overview.isError && <Broken error={overview.error} retry={() => void overview.refetch()} />}
      {told?.connections.length === 0 && <Nothing />}
      {told && told.connections.length > 0 && (
        <>
          <SimpleGrid cols={{ base: 1, md: told.connections.length > 1 ? 2 : 1 }} spacing="sm">
            {told.connections.map((one) => <ConnectionCard key={one.name} connection={one} />)}
          </SimpleGrid>
          <Card className="card" padding="lg">
            <Group justify="space-between" gap="xs" mb="md">
              <Title order={2}>{t('overview.day')}</Title>
              <Backlog backlog={told.backlog} />
            </Group>
            <DayChart hours={told.hours} />
          </Card>
          <Troubles troubles={told.troubles} />
        </>
      )}
    </Page>
  );
}

function Backlog({ backlog }: { backlog: Schemas['OverviewBacklog'] }) {
  const { t } = useTranslation();
  if (backlog.due === 0) return <Text size="sm" c="dimmed">{t('overview.idle')}</Text>;
  return (
    <Text size="sm" c="dimmed">
      {t('overview.backlog', { due: backlog.due })}{backlog.oldest && `, ${t('overview.oldest', { at: when(backlog.oldest) })}`}
    </Text>
  );
}

function Nothing() {
  const { t } = useTranslation();
  const admin = useMay('admin');
  return (
    <Empty title={t('connections.none')}>
      {t('connections.noneAbout')}
      {admin && <Group justify="center" mt="md"><Button component={Link} to="/connections/new">{t('connections.new')}</Button></Group>}
    </Empty>
  );
}
