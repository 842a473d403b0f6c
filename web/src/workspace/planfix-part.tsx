import { ActionIcon, Anchor, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import type { WorkCard } from './types';
import { useWork } from './work';

/** What Planfix knows of the client: contact, owner, open tasks. */
export function PlanfixPart({ card, client, refresh, refreshing }: {
  card: WorkCard; client?: Schemas['WorkClient']; refresh: () => void; refreshing: boolean;
}) {
  const { t } = useTranslation();
  const { connection } = useWork();
  const toast = useToast();
  const reason = useReason();
  const make = useMutation({
    mutationFn: () => value(api.POST('/api/workspace/{connection}/cards/{id}/task', { params: { path: { connection, id: card.id } } })),
    onSuccess: () => toast(t('work.planfix.making')),
    onError: (error) => toast(reason(error), true),
  });
  const planfix = client?.planfix;
  return (
    <section aria-label={t('work.planfix.title')}>
      <Group justify="space-between" mb={6}>
        <Text component="h3" size="xs" fw={650} c="dimmed">{t('work.planfix.title')}</Text>
        <Tooltip label={t('journal.refresh')}><ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('journal.refresh')} loading={refreshing} onClick={refresh}><IconRefresh size={15} /></ActionIcon></Tooltip>
      </Group>
      <Stack gap={6}>
        {client?.planfix_error && <Text size="sm" c="dimmed" className="wrap">{t('work.planfix.failed', { why: client.planfix_error })}</Text>}
        {planfix && (planfix.contact
          ? <Text size="sm" className="wrap">{t('work.planfix.contact')}: <Page page={planfix.contact} /></Text>
          : <Text size="sm" c="dimmed">{t('work.planfix.noContact')}</Text>)}
        {planfix?.owner && <Text size="sm" className="wrap">{t('work.planfix.owner')}: {planfix.owner}</Text>}
        {planfix?.tasks.map((task) => (
          <div key={task.id}>
            <Text size="sm" className="wrap"><Page page={task} /></Text>
            {task.status && <Text size="xs" c="dimmed">{task.status}</Text>}
          </div>
        ))}
        {planfix?.contact && planfix.tasks.length === 0 && <Text size="sm" c="dimmed">{t('work.planfix.noTasks')}</Text>}
        {!card.task && <Group><Button size="compact-sm" variant="light" leftSection={<IconPlus size={15} />} loading={make.isPending} onClick={() => make.mutate()}>{t('work.planfix.make')}</Button></Group>}
      </Stack>
    </section>
  );
}

function Page({ page }: { page: { name: string; url?: string | null } }) {
  return page.url ? <Anchor href={page.url} target="_blank" rel="noopener noreferrer" inherit>{page.name}</Anchor> : <>{page.name}</>;
}
