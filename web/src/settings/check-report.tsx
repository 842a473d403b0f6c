import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus, IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { told } from '../i18n';

const LOOKS = {
  good: { color: 'leaf', icon: IconCheck },
  wrong: { color: 'red', icon: IconAlertTriangle },
  unasked: { color: 'orange', icon: IconQuestionMark },
  not_used: { color: 'gray', icon: IconMinus },
} as const;

/** What a check found, the bad first. */
export function CheckReport({ items }: { items: Schemas['CheckItem'][] }) {
  const { t } = useTranslation();
  const order = ['wrong', 'unasked', 'good', 'not_used'];
  const sorted = [...items].sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
  return (
    <Stack gap={6} aria-live="polite">
      {sorted.length === 0 && <Text size="sm" c="dimmed">{t('check.nothing')}</Text>}
      {sorted.map((one) => {
        const { color, icon: Icon } = LOOKS[one.verdict];
        return (
          <Group key={one.path + told(one.title)} wrap="nowrap" align="flex-start" gap="xs">
            <Badge color={color} variant="light" circle size="lg" mt={2} aria-label={t(`check.${one.verdict}`)}><Icon size={14} /></Badge>
            <div>
              <Text size="sm" className="wrap"><b>{told(one.title)}</b>: {told(one.text) || t('check.good')}</Text>
              <Text size="xs" c="dimmed" className="mono">{one.path}{one.code && ` · ${one.code}`}</Text>
            </div>
          </Group>
        );
      })}
    </Stack>
  );
}
