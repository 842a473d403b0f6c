import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

type Numbers = Schemas['RehearsalSummary'];

// what a person would be sorry about stands first
const PARTS = [
  ['kept_out', 'red'], ['tasks_gone', 'red'], ['let_in', 'leaf'], ['tasks_new', 'leaf'], ['tasks_going_on', 'blue'], ['contacts', 'blue'],
  ['renamed', 'blue'], ['reassigned', 'blue'], ['moved', 'blue'], ['contact_fields', 'blue'], ['task_fields', 'blue'],
] as const satisfies readonly (readonly [keyof Numbers, string])[];

/** «Из 50 обращений изменится 7», and in what. */
export function Summary({ summary }: { summary: Numbers }) {
  const { t } = useTranslation();
  const parts = PARTS.filter(([part]) => summary[part] > 0);
  return (
    <Stack gap="xs" role="status" aria-live="polite">
      <Text fw={600}>
        {summary.seen === 0 ? t('rehearse.none')
          : `${t('rehearse.of', { count: summary.seen })} ${summary.changed === 0 ? t('rehearse.noneChanges') : t('rehearse.change', { count: summary.changed })}`}
      </Text>
      {parts.length > 0 && (
        <Group gap={6}>
          {parts.map(([part, color]) => <Badge key={part} color={color} variant="light" tt="none" size="lg" h="auto" styles={{ label: { whiteSpace: 'normal' } }}>{t(`rehearse.part.${part}`, { count: summary[part] })}</Badge>)}
        </Group>
      )}
      {summary.uncertain > 0 && <Text size="sm" c="dimmed">{t('rehearse.uncertain', { count: summary.uncertain })}</Text>}
      {summary.left_out > 0 && <Text size="sm" c="dimmed">{t('rehearse.leftOut', { count: summary.left_out })}</Text>}
    </Stack>
  );
}
