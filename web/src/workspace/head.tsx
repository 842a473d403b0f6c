import { ActionIcon, Badge, Button, Group, Menu, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconArrowsExchange, IconCheck, IconDots, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from './channel-icon';
import { CloseDialog } from './close-dialog';
import { moment } from './moments';
import { useShut } from './whatsapp-window';
import { TransferDialog } from './transfer-dialog';
import type { WorkCard } from './types';
import classes from './workspace.module.css';

/** Whom it is with, who has it, and what can be done with it. */
export function Head({ card, back, showClient }: { card: WorkCard; back: () => void; showClient: () => void }) {
  const { t } = useTranslation();
  const [handing, hand] = useDisclosure(false);
  const [closing, close] = useDisclosure(false);
  const shut = useShut(card);
  const working = card.mine && card.place === 'held';
  const over = t(card.kind === 'lead' ? 'work.done.do' : 'work.close.do');
  return (
    <header className={classes.head}>
      <ActionIcon variant="subtle" color="gray" className={classes.onPhone} aria-label={t('work.back')} onClick={back}><IconArrowLeft size={20} /></ActionIcon>
      <ChannelIcon card={card} />
      <div className={classes.headText}>
        <Text component="h2" fw={650} size="sm" truncate>{card.client || t('work.nameless')}</Text>
        <Text size="xs" c="dimmed" truncate>
          {card.kind === 'lead' ? t('work.lead') : card.channel_name} · {moment(card.began_at)}{card.holder_name ? ` · ${card.mine ? t('work.you') : card.holder_name}` : ''}
        </Text>
      </div>
      {card.window && <Badge variant="light" color={shut ? 'orange' : 'leaf'} visibleFrom="sm" tt="none" className={shut ? classes.shut : undefined}>
        {!shut && card.window.until ? t('work.window.until', { at: moment(card.window.until) }) : t('work.window.closed')}
      </Badge>}
      {working && (
        <>
          <Group gap={6} wrap="nowrap" visibleFrom="md">
            <Button size="xs" variant="default" leftSection={<IconArrowsExchange size={16} />} onClick={hand.open}>{t('work.transfer.do')}</Button>
            <Button size="xs" variant="default" leftSection={<IconCheck size={16} />} onClick={close.open}>{over}</Button>
          </Group>
          <Menu position="bottom-end">
            <Menu.Target><ActionIcon variant="default" size={30} hiddenFrom="md" aria-label={t('work.actions')}><IconDots size={17} /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconArrowsExchange size={16} />} onClick={hand.open}>{t('work.transfer.do')}</Menu.Item>
              <Menu.Item leftSection={<IconCheck size={16} />} onClick={close.open}>{over}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      <Tooltip label={t('work.client.title')}>
        <ActionIcon variant="default" size={30} className={classes.notWide} aria-label={t('work.client.title')} onClick={showClient}><IconUser size={17} /></ActionIcon>
      </Tooltip>
      {handing && <TransferDialog card={card} close={hand.close} />}
      {closing && <CloseDialog card={card} close={close.close} />}
    </header>
  );
}
