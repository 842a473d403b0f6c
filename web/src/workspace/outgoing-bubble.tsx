import { Button, Group, Text } from '@mantine/core';
import { IconAlertCircle, IconClock, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { useReason } from '../ui/states';
import { Linked } from './linked';
import { clock } from './moments';
import type { Outgoing } from './outbox';
import { useOutbox } from './outbox-context';
import { Quote } from './quote';
import type { Line } from './types';
import classes from './workspace.module.css';

/** A message the server has not shown yet. */
export function OutgoingBubble({ item, quoted }: { item: Outgoing; quoted?: Line }) {
  const { t } = useTranslation();
  const reason = useReason();
  const outbox = useOutbox();
  const { error } = item;
  return (
    <div className={classes.bubbleRow} data-ours>
      <div className={classes.bubble} data-author="operator">
        {item.reply_to && <Quote line={quoted} />}
        {item.file && <Text size="sm"><IconPaperclip size={14} aria-hidden /> {item.file.name}</Text>}
        {item.text && <Linked text={item.text} />}
        <span className={classes.meta}>
          <time dateTime={new Date(item.at).toISOString()}>{clock(new Date(item.at).toISOString())}</time>
          {!error && <IconClock size={14} role="img" aria-label={t('work.delivery.waiting')} />}
        </span>
        {error && (
          <>
            <p className={classes.failed} role="alert"><IconAlertCircle size={14} aria-hidden /> {t('work.notSent', { why: reason(new ApiError(error.code, error.message, 400)) })}</p>
            <Group gap="xs">
              <Button size="compact-xs" variant="default" onClick={() => outbox.again(item.client_id)}>{t('again')}</Button>
              <Button size="compact-xs" variant="subtle" color="red" onClick={() => outbox.drop(item.client_id)}>{t('work.remove')}</Button>
            </Group>
          </>
        )}
      </div>
    </div>
  );
}
