// In place of the composer: what a chat that is not mine, or a lead, can be done with.
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconHandGrab, IconMessagePlus, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigateToCard } from './address';
import { BeginDialog } from './begin-dialog';
import { useCall } from './call';
import { CloseDialog } from './close-dialog';
import { useTake } from './take';
import type { WorkCard } from './types';
import classes from './workspace.module.css';

export function ActionBar({ card }: { card: WorkCard }) {
  const { t } = useTranslation();
  const take = useTake(card);
  if (card.place === 'closed') {
    const why = card.lost ? t('work.lostLong') : t(card.kind === 'lead' ? 'work.done.was' : 'work.closedLong');
    return <div className={classes.actions}><Text size="sm" c="dimmed">{why}</Text></div>;
  }
  if (card.place === 'queue') {
    return (
      <div className={classes.actions}>
        <Button leftSection={<IconHandGrab size={18} />} loading={take.isPending} onClick={() => take.mutate()}>{t('work.take')}</Button>
      </div>
    );
  }
  if (!card.mine) {
    return <div className={classes.actions}><Text size="sm" c="dimmed">{t('work.heldBy', { name: card.holder_name ?? t('work.somebody') })}</Text></div>;
  }
  return <LeadActions card={card} />;
}

function LeadActions({ card }: { card: WorkCard }) {
  const { t } = useTranslation();
  const call = useCall(card.id);
  const open = useNavigateToCard();
  const [closing, close] = useDisclosure(false);
  const [beginning, begin] = useDisclosure(false);
  return (
    <div className={classes.actions}>
      <Group gap="xs" justify="center">
        {card.phone && <Button leftSection={<IconPhone size={18} />} loading={call.isPending} onClick={() => call.mutate(card.phone ?? '')}>{t('work.call.do')}</Button>}
        <Button variant="default" leftSection={<IconMessagePlus size={18} />} onClick={begin.open}>{t('work.write')}</Button>
        <Button variant="default" leftSection={<IconCheck size={18} />} onClick={close.open}>{t('work.done.do')}</Button>
      </Group>
      {closing && <CloseDialog card={card} close={close.close} />}
      {beginning && <BeginDialog client={card} close={begin.close} opened={open} />}
    </div>
  );
}
