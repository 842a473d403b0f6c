import { ActionIcon, Text } from '@mantine/core';
import { IconAlertCircle, IconCornerUpLeft } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Attachment } from './attachment';
import { Linked } from './linked';
import { clock } from './moments';
import { Quote } from './quote';
import { Ticks } from './ticks';
import type { Line, Message, WorkCard } from './types';
import classes from './workspace.module.css';

/** A message as the server has it. */
export const Bubble = memo(function Bubble({ card, line, message, quoted, lit, quote, jump }: {
  card: WorkCard; line: Line; message: Message; quoted?: Line; lit: boolean; quote: (line: Line) => void; jump: (name: string) => void;
}) {
  const { t } = useTranslation();
  const ours = message.author === 'operator' || message.author === 'robot';
  const who = message.author_name ?? (message.author === 'robot' ? t('work.robot') : message.author === 'system' ? t('work.system') : undefined);
  const answerable = card.mine && card.place === 'held' && card.kind === 'chat' && message.author !== 'system';
  return (
    <div className={classes.bubbleRow} data-ours={ours || undefined}>
      <div className={classes.bubble} data-author={message.author} data-lit={lit || undefined}>
        {who && <Text size="xs" fw={600} c="dimmed">{who}</Text>}
        {message.reply_to && <Quote line={quoted} go={() => jump(message.reply_to ?? '')} />}
        {message.file && <Attachment card={card.id} line={line.name} file={message.file} />}
        {message.text && <Linked text={message.text} />}
        {message.error && <p className={classes.failed}><IconAlertCircle size={14} aria-hidden /> {t('work.notDelivered', { why: message.error })}</p>}
        <span className={classes.meta}>
          {message.changed && <span>{t('work.changed')}</span>}
          <time dateTime={line.at}>{clock(line.at)}</time>
          {message.delivery && <Ticks delivery={message.delivery} />}
        </span>
      </div>
      {answerable && (
        <ActionIcon variant="subtle" color="gray" size="sm" className={classes.answer} aria-label={t('work.quote.do')} title={t('work.quote.do')} onClick={() => quote(line)}>
          <IconCornerUpLeft size={16} />
        </ActionIcon>
      )}
    </div>
  );
});
