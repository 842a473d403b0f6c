import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconAntennaBars5, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, value } from '../api/client';
import { when } from '../i18n';
import { Part } from '../settings/section';
import { Broken } from '../ui/states';

// a person changes a task and looks here: sooner than he looks again is soon enough
const EVERY_MS = 1500;

/** Waits for a scenario to tell of a task, and shows it. */
export function Listen({ name }: { name: string }) {
  const { t } = useTranslation();
  const [since, setSince] = useState<string>();
  const path = { name };
  const begin = useQuery({
    queryKey: ['deals', name, 'now'],
    queryFn: () => value(api.GET('/api/connections/{name}/deals', { params: { path } })),
    enabled: false,
  });
  const heard = useQuery({
    queryKey: ['deals', name, 'since', since],
    queryFn: () => value(api.GET('/api/connections/{name}/deals', { params: { path, query: { since } } })),
    enabled: since !== undefined,
    refetchInterval: (query) => (query.state.data?.told?.title ? false : EVERY_MS),
  });
  const told = since ? heard.data?.told : undefined;
  const listen = async () => setSince((await begin.refetch()).data?.now);
  return (
    <Part title={t('deals.test')}>
      <Text size="sm">{t('deals.testAbout')}</Text>
      <Group gap="md">
        <Button variant="default" radius="xl" leftSection={<IconAntennaBars5 size={18} />} loading={begin.isFetching} onClick={() => void listen()}>{t(since ? 'deals.listenAgain' : 'deals.listen')}</Button>
        {since && !told && <Group gap={8} role="status"><Loader size="xs" /><Text size="sm" c="dimmed">{t('deals.listening')}</Text></Group>}
      </Group>
      {begin.isError && <Broken error={begin.error} />}
      {told && (
        <Alert color="leaf" icon={<IconCheck size={20} />} title={t('deals.heard', { task: told.task })} role="status">
          <Text size="sm" className="wrap">{told.title ? `«${told.title}» · ${when(told.at, true)}` : t('deals.reading')}</Text>
          <Text size="sm" component={Link} to={`/journal/${told.id}`}>{t('deals.story')}</Text>
        </Alert>
      )}
    </Part>
  );
}
