import { Anchor, Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { when } from '../i18n';
import { Cure } from './cure';
import classes from './overview.module.css';

/** Why something was given up; a line leads to a communication it happened to. */
export function Troubles({ troubles }: { troubles: Schemas['OverviewTrouble'][] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('overview.troubles')}>
      <Title order={2} mb="sm">{t('overview.troubles')}</Title>
      {troubles.length === 0 && <Text c="dimmed">{t('overview.troublesNone')}</Text>}
      <Stack gap="xs" component="ul" className={classes.list}>
        {troubles.map((one) => (
          <li key={`${one.connection}/${one.code}`}>
            <Card className="card" padding="sm">
                <Group justify="space-between" gap="xs">
                  <Text fw={600} size="sm" className="wrap">{one.code} <Text span c="dimmed" inherit>{t('overview.times', { count: one.count })}</Text></Text>
                  <Badge variant="default" tt="none">{one.connection}</Badge>
                </Group>
                <Text size="sm" className="wrap">{one.message}</Text>
                <Text size="xs" c="dimmed" className="wrap">
                  {t('overview.last', { at: when(one.last_at) })} · <Anchor component={Link} to={`/journal/${one.communication}`} underline="always" inherit>{t('overview.open')}</Anchor>
                  {' · '}<Anchor component={Link} to={`/journal?connection=${one.connection}&state=dead`} underline="always" inherit>{t('overview.openAll')}</Anchor>
                </Text>
                <Cure code={one.code} connection={one.connection} />
            </Card>
          </li>
        ))}
      </Stack>
    </section>
  );
}
