import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Asks before something that can't be taken back. */
export function Confirm({ opened, title, children, yes, onYes, onNo, busy, danger }: {
  opened: boolean; title: string; children: ReactNode; yes: string;
  onYes: () => void; onNo: () => void; busy?: boolean; danger?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onNo} title={title} centered closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text component="div" size="sm">{children}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onNo}>{t('cancel')}</Button>
          <Button color={danger ? 'red' : undefined} onClick={onYes} loading={busy}>{yes}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
