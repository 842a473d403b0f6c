import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { told, when } from '../i18n';
import { Cure } from '../overview/cure';

type One = Schemas['AlertSent'];

/** What was told lately, and what could not be told yet. */
export function Sent({ sent }: { sent: One[] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('alerts.sent')}>
      <Title order={2} mb="sm">{t('alerts.sent')}</Title>
      {sent.length === 0 && <Text c="dimmed">{t('alerts.sentNone')}</Text>}
      <Stack gap="xs">{sent.map((one) => <Line key={one.id} one={one} />)}</Stack>
    </section>
  );
}

function Line({ one }: { one: One }) {
  const { t } = useTranslation();
  const state = one.sent_at ? 'sent' : one.next_at ? 'waits' : 'givenUp';
  const color = { sent: 'leaf', waits: 'yellow.5', givenUp: 'red.9' }[state];
  const at = one.sent_at ?? one.next_at;
  return (
    <Card className="card" padding="sm">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600} className="wrap">{told(one.subject)}</Text>
        <Badge color={color} variant={state === 'sent' ? 'light' : 'filled'} tt="none">{t(`alerts.state.${state}`, { at: at ? when(at) : '' })}</Badge>
      </Group>
      <Text size="xs" c="dimmed">{t(`alerts.${one.channel}`)} · {when(one.at, true)} · {t('alerts.attempts', { n: one.attempts })}</Text>
      {one.code && (
        <>
          <Text size="sm" className="wrap">{one.code}: {one.message}</Text>
          <Cure code={one.code} />
        </>
      )}
    </Card>
  );
}
