import { Stack, Text } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './workspace.module.css';

export function NothingOpen({ waits }: { waits: number }) {
  const { t } = useTranslation();
  return (
    <Stack className={classes.nothing} align="center" justify="center" gap="xs">
      <IconMessages size={44} stroke={1.2} aria-hidden />
      <Text fw={600}>{waits > 0 ? t('work.waits', { count: waits }) : t('work.quiet')}</Text>
      <Text size="sm" c="dimmed">{t('work.nothingOpen')}</Text>
    </Stack>
  );
}
