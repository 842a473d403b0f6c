import { Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import classes from './analytics.module.css';
import { money } from './period';

const SHOWN = 10;

/** What was won and what may be, a bar a label, the largest first. */
export function RevenueChart({ items }: { items: Schemas['AnalyticsLine'][] }) {
  const { t, i18n } = useTranslation();
  const paid = items.filter((one) => one.revenue + one.expected > 0).slice(0, SHOWN);
  const most = Math.max(...paid.map((one) => one.revenue + one.expected), 1);
  if (paid.length === 0) return null;
  const share = (part: number) => `${(Math.max(part, 0) / most) * 100}%`;
  return (
    <Card className="card" padding="lg" component="section" aria-label={t('analytics.chart')}>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('analytics.chart')}</Title>
        <Group gap="md">
          {(['revenue', 'expected'] as const).map((kind) => <Group key={kind} gap={6}><span className={`${classes.swatch} ${classes[kind]}`} aria-hidden /><Text size="xs">{t(`analytics.${kind}`)}</Text></Group>)}
        </Group>
      </Group>
      <ul className={classes.bars}>
        {paid.map((one) => (
          <li key={one.label ?? ''}>
            <Text size="sm" className={classes.label} title={one.label ?? undefined}>{one.label ?? t('analytics.unknown')}</Text>
            <svg className={classes.bar} aria-hidden>
              <rect className={classes.revenue} x="0" y="0" width={share(one.revenue)} height="100%" rx="3" />
              <rect className={classes.expected} x={share(one.revenue)} y="0" width={share(one.expected)} height="100%" rx="3" />
            </svg>
            <Text size="sm" className={classes.sum}>{money(one.revenue, i18n.language)}{one.expected > 0 && <Text span c="dimmed" size="xs"> + {money(one.expected, i18n.language)}</Text>}</Text>
          </li>
        ))}
      </ul>
    </Card>
  );
}
