// Who the client is: what UIS and Planfix know of him, and what there was with him.
import { ActionIcon, Anchor, Button, Divider, Group, Skeleton, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconExternalLink, IconMail, IconPhone, IconPhoneCall, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { told } from '../i18n';
import { Broken } from '../ui/states';
import { useCall } from './call';
import { History } from './history';
import { isHidden, phoneText } from './phones';
import { PlanfixPart } from './planfix-part';
import type { WorkCard } from './types';
import { useWork } from './work';
import classes from './workspace.module.css';

export function Client({ card, back, open }: { card: WorkCard; back: () => void; open: (id: number) => void }) {
  const { t } = useTranslation();
  const { connection } = useWork();
  const client = useQuery({
    // known anew when he says more of himself, or Planfix gets something
    queryKey: ['work', connection, 'client', card.id, card.client, card.phone, card.email, card.contact, card.task],
    queryFn: () => value(api.GET('/api/workspace/{connection}/cards/{id}/client', { params: { path: { connection, id: card.id } } })),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  return (
    <aside className={classes.client} aria-label={t('work.client.title')}>
      <Group gap="xs" wrap="nowrap" className={classes.clientHead}>
        <ActionIcon variant="subtle" color="gray" className={classes.notWide} aria-label={t('work.back')} onClick={back}><IconArrowLeft size={20} /></ActionIcon>
        <Text component="h2" fw={650} size="md" className="wrap">{client.data?.name || card.client || t('work.nameless')}</Text>
      </Group>
      {client.isError && <Broken error={client.error} retry={() => void client.refetch()} />}
      {client.isPending && <Stack gap={6} role="status" aria-label={t('loading')}>{[70, 50, 85].map((width) => <Skeleton key={width} h={14} w={`${width}%`} />)}</Stack>}
      {client.data && <Known card={card.id} client={client.data} />}
      <Divider />
      <PlanfixPart card={card} client={client.data} refresh={() => void client.refetch()} refreshing={client.isFetching} />
      {client.data && client.data.visit.length > 0 && <><Divider /><Visit columns={client.data.visit} /></>}
      <Divider />
      <History card={card} open={open} />
    </aside>
  );
}

function Known({ card, client }: { card: number; client: Schemas['WorkClient'] }) {
  const { t } = useTranslation();
  const call = useCall(card);
  return (
    <Stack gap={6}>
      {client.username && <Fact icon={<IconUser size={16} />}>{client.username}</Fact>}
      {client.phones.map((phone, at) => (
        <Group key={`${at}/${phone}`} gap={6} wrap="nowrap" justify="space-between">
          <Fact icon={<IconPhone size={16} />}>{phoneText(phone)}</Fact>
          {/* of hidden phones the server knows which is the first */}
          {(at === 0 || !isHidden(phone)) && <Tooltip label={t('work.call.about')}>
            <Button size="compact-xs" variant="light" leftSection={<IconPhoneCall size={14} />} loading={call.isPending && call.variables === phone}
              aria-label={t('work.call.number', { phone: phoneText(phone) })} onClick={() => call.mutate(phone)}>{t('work.call.do')}</Button>
          </Tooltip>}
        </Group>
      ))}
      {client.emails.map((email) => <Fact key={email} icon={<IconMail size={16} />}><Anchor href={`mailto:${email}`} size="sm">{email}</Anchor></Fact>)}
      {client.company && <Text size="sm" className="wrap">{client.company}</Text>}
      {client.comment && <Text size="sm" c="dimmed" className="wrap">{client.comment}</Text>}
      {client.phones.length === 0 && client.emails.length === 0 && <Text size="sm" c="dimmed">{t('work.client.unknown')}</Text>}
    </Stack>
  );
}

function Fact({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return <div className={classes.fact}>{icon}<Text size="sm" component="span" className="wrap">{children}</Text></div>;
}

function Visit({ columns }: { columns: Schemas['VisitColumn'][] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('work.client.visit')}>
      <Text component="h3" size="xs" fw={650} c="dimmed" mb={6}>{t('work.client.visit')}</Text>
      <dl className={classes.facts}>
        {columns.map((one) => (
          <div key={one.name}>
            <dt>{told(one.title)}</dt>
            <dd>{/^https?:\/\//.test(one.value) ? <Anchor href={one.value} target="_blank" rel="noopener noreferrer" size="sm">{one.value} <IconExternalLink size={12} aria-hidden /></Anchor> : one.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
