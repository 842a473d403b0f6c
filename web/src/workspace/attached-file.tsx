import { ActionIcon, Button, Progress, Text } from '@mantine/core';
import { IconFile, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { bytes } from './bytes';
import type { Attaching } from './use-attaching';
import { usePreview } from './preview';
import classes from './workspace.module.css';

/** The file of the message that is being written. */
export function AttachedFile({ attaching }: { attaching: Attaching }) {
  const { t } = useTranslation();
  const { file, done, error, progress } = attaching;
  const [preview, broken] = usePreview(attaching.local);
  if (!file && !done) return null;
  const name = file?.name ?? done?.name ?? t('work.file.one');
  const size = file?.size ?? done?.size;
  return (
    <div className={classes.attached}>
      {preview ? <img src={preview} alt={t('work.file.preview', { name })} className={classes.preview} onError={broken} /> : <IconFile size={20} stroke={1.5} aria-hidden />}
      <div className={classes.attachedText}>
        <Text size="sm" truncate>{name}{size ? ` · ${bytes(size)}` : ''}</Text>
        {error && <Text size="xs" c="var(--mantine-color-error)" role="alert">{error}</Text>}
        {file && !error && <Progress value={progress * 100} size="xs" aria-label={t('work.file.uploading')} />}
      </div>
      {error && file && <Button size="compact-xs" variant="default" onClick={attaching.again}>{t('again')}</Button>}
      <ActionIcon variant="subtle" color="gray" aria-label={t('work.file.drop')} onClick={attaching.drop}><IconX size={16} /></ActionIcon>
    </div>
  );
}
