import { Box, Button, Card, Group, Modal, Stack, Text } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Confirm } from '../ui/confirm';
import { later } from '../ui/later';
import { ChangesTable } from './changes-table';
import type { Change } from './paths';
import classes from './save-bar.module.css';

const Rehearse = later(async () => (await import('./rehearse/dialog')).Rehearse);

/** Stands at the foot of the page while something is unsaved, shows what, and guards the way out. */
export function SaveBar({ changes, save, saving, reset }: { changes: Change[]; save: () => Promise<void>; saving: boolean; reset: () => void }) {
  const { t } = useTranslation();
  const [looking, setLooking] = useState(false);
  const [rehearsing, setRehearsing] = useState(false);
  const [dropping, setDropping] = useState(false);
  const dirty = changes.length > 0;
  const leaving = useBlocker(({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  const confirm = async () => {
    await save();
    setLooking(false);
    setRehearsing(false);
  };
  const rehearse = (
    <Button variant="default" leftSection={<IconTestPipe size={18} />} aria-label={t('rehearse.do')} onClick={() => setRehearsing(true)}>
      <Box component="span" visibleFrom="sm">{t('rehearse.do')}</Box>
      <Box component="span" hiddenFrom="sm">{t('rehearse.short')}</Box>
    </Button>
  );
  return (
    <>
      {dirty && (
        <Card className={`card ${classes.bar}`} padding="sm" shadow="md" role="region" aria-label={t('changes.unsaved')}>
          <Group justify="space-between" gap="xs">
            <Text size="sm" fw={500}>{t('changes.count', { count: changes.length })}</Text>
            <Group gap="xs">
              <Button variant="default" onClick={() => setDropping(true)}>{t('cancel')}</Button>
              {rehearse}
              <Button onClick={() => setLooking(true)} loading={saving}>{t('save')}</Button>
            </Group>
          </Group>
        </Card>
      )}
      <Modal opened={looking} onClose={() => setLooking(false)} title={t('changes.title')} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
        <Stack>
          <ChangesTable changes={changes} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setLooking(false)}>{t('changes.back')}</Button>
            {rehearse}
            <Button onClick={() => void confirm()} loading={saving} data-autofocus>{t('changes.confirm')}</Button>
          </Group>
        </Stack>
      </Modal>
      {rehearsing && <Rehearse save={() => void confirm()} saving={saving} close={() => setRehearsing(false)} />}
      <Confirm opened={dropping} title={t('changes.drop')} yes={t('changes.drop')} danger onNo={() => setDropping(false)}
        onYes={() => {
          reset();
          setDropping(false);
        }}>{t('changes.dropAsk', { count: changes.length })}</Confirm>
      <Confirm opened={leaving.state === 'blocked'} title={t('changes.leave')} yes={t('changes.leaveYes')} danger
        onNo={() => leaving.reset?.()} onYes={() => leaving.proceed?.()}>{t('changes.leaveAsk', { count: changes.length })}</Confirm>
    </>
  );
}
