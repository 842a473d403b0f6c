import { Badge, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { lang } from '../i18n';

const COLORS: Record<Schemas['QuotaLevel'], string> = { enough: 'leaf', low: 'yellow.5', short: 'red.9' };

/** The requests that are left of the day. */
export function Quota({ budget }: { budget: Schemas['OverviewBudget'] }) {
  const { t } = useTranslation();
  const number = (count: number) => count.toLocaleString(lang());
  const { remaining, daily_limit: limit, level, waiting } = budget;
  if (remaining == null) return <>{t('overview.unknown')}</>;
  return (
    <>
      {number(remaining)}
      {limit != null && <>{' '}<Text span inherit fw={400} c="dimmed">{t('overview.ofLimit', { limit: number(limit) })}</Text></>}
      {waiting > 0 && ` · ${t('overview.inQueue', { count: waiting })}`}
      {limit != null && <Progress value={(remaining / limit) * 100} color={level ? COLORS[level] : 'leaf'} size="sm" mt={4} aria-label={t('overview.budget')} />}
      {level && level !== 'enough' && <Badge mt={4} color={COLORS[level]} tt="none" variant="filled" h="auto" styles={{ label: { whiteSpace: 'normal' } }}>{t(`overview.level.${level}`)}</Badge>}
    </>
  );
}
