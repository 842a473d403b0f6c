import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';

const COLORS: Record<Schemas['State'], string> = { waiting: 'blue', done: 'leaf', filtered: 'gray', dead: 'red', unreadable: 'orange' };

export function StateBadge({ state }: { state: Schemas['State'] }) {
  const { t } = useTranslation();
  return <Badge color={COLORS[state]} variant="light" tt="none">{t(`journal.states.${state}`)}</Badge>;
}
