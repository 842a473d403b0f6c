import { Alert, Anchor, Badge, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { lang, when } from '../i18n';
import { Cure } from './cure';
import { Quota } from './quota';
import { Sides } from './sides';

type Connection = Schemas['OverviewConnection'];

const COLORS: Record<Schemas['Light'], string> = { works: 'leaf', waits: 'yellow.5', needs_hand: 'red.9' };

export function ConnectionCard({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const { budget } = connection;
  return (
    <Card className="card" padding="lg" component="section" aria-label={connection.title}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2} className="wrap"><Anchor component={Link} to={`/connections/${connection.name}`} inherit c="inherit">{connection.title}</Anchor></Title>
          <Text size="sm" c="dimmed" className="wrap">{connection.name}</Text>
        </div>
        <Light connection={connection} />
      </Group>
      <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="sm" mt="md">
        <Fact name={t('overview.lastEvent')}>{connection.last_event_at ? when(connection.last_event_at) : t('overview.noEvents')}</Fact>
        <Fact name={t('overview.waiting')}>
          {number(connection.waiting)}
          {connection.oldest_waiting && <Text span size="xs" c="dimmed" display="block">{t('overview.oldest', { at: when(connection.oldest_waiting) })}</Text>}
        </Fact>
        <Fact name={t('overview.dead')}>
          {connection.dead === 0 ? 0 : <Anchor component={Link} to={`/journal?connection=${connection.name}&state=dead`} underline="always" inherit>{number(connection.dead)}</Anchor>}
        </Fact>
        {budget && (
          <Fact name={t('overview.budget')}>
            <Quota budget={budget} />
          </Fact>
        )}
      </SimpleGrid>
      {(connection.doors.length > 0 || budget?.paused_until) && (
        <Stack gap="xs" mt="md">
          {connection.doors.map((door) => <Door key={door.door} door={door} connection={connection.name} />)}
          {budget?.paused_until && <Alert color="yellow" p="xs">{t('overview.paused', { at: when(budget.paused_until, true) })}</Alert>}
        </Stack>
      )}
      <Sides sides={connection.sides} connection={connection.name} />
    </Card>
  );
}

function number(count: number): string {
  return count.toLocaleString(lang());
}

function Light({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const { light, doors, sides } = connection;
  const uis = light === 'waits' && (doors[0]?.door ?? sides.find((side) => side.state === 'fails')?.side)?.startsWith('uis');
  return <Badge color={COLORS[light]} variant={light === 'works' ? 'light' : 'filled'} tt="none" size="lg">{t(`overview.light.${uis ? 'waitsUis' : light}`)}</Badge>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">{name}</Text>
      <Text fw={600} className="wrap">{children}</Text>
    </div>
  );
}

function Door({ door, connection }: { connection: string; door: Schemas['OverviewDoor'] }) {
  const { t, i18n } = useTranslation();
  const key = `overview.doors.${door.door}`;
  const name = i18n.exists(key) ? t(key) : door.door;
  return (
    <Alert color={door.needs_hand ? 'red' : 'yellow'} p="sm" title={t(door.needs_hand ? 'overview.doorHand' : 'overview.door', { door: name, at: when(door.until, true) })}>
      <Text size="sm" className="wrap">{door.code}: {door.message}</Text>
      <Cure code={door.code} connection={connection} />
    </Alert>
  );
}
