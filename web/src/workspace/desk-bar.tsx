import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell, IconMessagePlus, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chime, useMuted, useNotificationPermission } from './alert';
import { BeginDialog } from './begin-dialog';
import { StatusMenu } from './status-menu';
import classes from './workspace.module.css';

/** Above the panes: who works, how he is called, a new chat. */
export function DeskBar({ chooser, opened }: { chooser?: ReactNode; opened: (id: number) => void }) {
  const { t } = useTranslation();
  const [muted, setMuted] = useMuted();
  const { permission, ask } = useNotificationPermission();
  const [beginning, begin] = useDisclosure(false);
  const sound = t(muted ? 'work.sound.on' : 'work.sound.off');
  const toggle = () => {
    setMuted(!muted);
    if (muted) chime();
  };
  return (
    <header className={classes.bar}>
      <Text component="h1" fw={650} size="lg" visibleFrom="sm">{t('work.title')}</Text>
      {chooser}
      <Group gap={6} wrap="nowrap" ml="auto">
        {permission === 'default' && (
          <>
            <Button size="xs" variant="default" visibleFrom="md" leftSection={<IconBell size={16} />} onClick={() => void ask()}>{t('work.notify')}</Button>
            <ActionIcon variant="default" size={30} hiddenFrom="md" aria-label={t('work.notify')} onClick={() => void ask()}><IconBell size={17} /></ActionIcon>
          </>
        )}
        <Tooltip label={sound}>
          <ActionIcon variant="default" size={30} aria-label={sound} aria-pressed={muted} onClick={toggle}>
            {muted ? <IconVolumeOff size={17} /> : <IconVolume size={17} />}
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('work.begin.title')}>
          <ActionIcon variant="default" size={30} aria-label={t('work.begin.title')} onClick={begin.open}><IconMessagePlus size={17} /></ActionIcon>
        </Tooltip>
        <StatusMenu />
      </Group>
      {beginning && <BeginDialog close={begin.close} opened={opened} />}
    </header>
  );
}
