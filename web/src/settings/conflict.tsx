import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { when } from '../i18n';
import { useReturnFocus } from '../ui/return-focus';
import { ChangesTable } from './changes-table';
import { changes, type JsonObject } from './paths';

export interface Theirs {
  version: number;
  author: string;
  saved_at: string;
  settings: JsonObject;
}

/** Somebody else saved meanwhile: shows both changes, and puts ours upon theirs. */
export function Conflict({ base, mine, theirs, rebase, takeTheirs, close }: {
  base: JsonObject; mine: JsonObject; theirs: Theirs; rebase: () => void; takeTheirs: () => void; close: () => void;
}) {
  const { t } = useTranslation();
  useReturnFocus();
  const ours = changes(base, mine);
  const other = changes(base, theirs.settings);
  const both = new Set(ours.map((one) => one.path).filter((path) => other.some((one) => one.path === path)));
  return (
    <Modal opened onClose={close} title={t('conflict.title')} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text size="sm" className="wrap">{t('conflict.about', { author: theirs.author, at: when(theirs.saved_at), version: theirs.version })}</Text>
        <Text fw={600} size="sm">{t('conflict.theirs')}</Text>
        <ChangesTable changes={other} marked={both} />
        <Text fw={600} size="sm">{t('conflict.mine')}</Text>
        <ChangesTable changes={ours} marked={both} />
        {both.size > 0 && <Alert color="red">{t('conflict.both')}</Alert>}
        <Group justify="flex-end">
          <Button variant="default" onClick={takeTheirs}>{t('conflict.take')}</Button>
          <Button onClick={rebase}>{t('conflict.rebase')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
