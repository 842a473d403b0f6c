import { Badge, Text } from '@mantine/core';
import { IconClock, IconPaperclip } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from './channel-icon';
import { moment, useLasting } from './moments';
import type { WorkCard } from './types';
import classes from './workspace.module.css';

/** When waiting is long, milliseconds. */
const LONG_MS = 3 * 60_000;

export const CardRow = memo(function CardRow({ card, opened, open, now }: {
  card: WorkCard; opened: boolean; open: (id: number) => void; now: number;
}) {
  const { t } = useTranslation();
  const lasting = useLasting();
  const waits = card.waiting_since && card.place !== 'closed' ? Math.max(0, now - Date.parse(card.waiting_since)) : null;
  const last = card.last;
  const who = last?.author === 'operator' ? t(card.mine ? 'work.you' : 'work.operator') : last?.author === 'robot' ? t('work.robot') : '';
  return (
    <div id={`card-${card.id}`} role="option" aria-selected={opened} className={classes.card} data-opened={opened || undefined} data-unread={card.unread > 0 || undefined}
      onClick={() => open(card.id)}>
      <ChannelIcon card={card} />
      <div className={classes.cardText}>
        <div className={classes.cardLine}>
          <Text size="sm" fw={card.unread > 0 ? 700 : 550} truncate>{card.client || t('work.nameless')}</Text>
          <Text size="xs" c="dimmed" className={classes.cardTime}>{moment(card.last_at)}</Text>
        </div>
        <div className={classes.cardLine}>
          <Text size="xs" c="dimmed" truncate>
            {who && `${who}: `}{last?.file && <IconPaperclip size={12} aria-label={t('work.file.one')} />}{last?.text || (last?.file ? t('work.file.one') : '')}
          </Text>
          {card.unread > 0 && <Badge size="sm" circle={card.unread < 10} color={card.mine ? 'leaf' : 'gray'} aria-label={t('work.unread', { count: card.unread })}>{card.unread}</Badge>}
        </div>
        <div className={classes.cardLine}>
          <Text size="xs" c="dimmed" truncate>
            {card.kind === 'lead' ? t('work.lead') : card.channel_name}{card.holder_name && !card.mine ? ` · ${card.holder_name}` : ''}
            {card.place === 'closed' && ` · ${t(card.lost ? 'work.lost' : 'work.closed')}`}
          </Text>
          {waits !== null && (
            <span className={classes.waits} data-long={waits > LONG_MS || undefined} title={t('work.waiting')}>
              <IconClock size={12} aria-hidden /> <span className="visually-hidden">{t('work.waiting')}</span>{lasting(waits)}
            </span>
          )}
        </div>
      </div>
    </div>
  );
});
