// WhatsApp takes nothing but templates now.
import { Alert, Button, Select, Text } from '@mantine/core';
import { IconClockOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannels } from './channels';
import { useOutbox } from './outbox-context';
import type { WorkCard } from './types';
import classes from './workspace.module.css';

export function WindowClosed({ card, sent }: { card: WorkCard; sent: () => void }) {
  const { t } = useTranslation();
  const outbox = useOutbox();
  const channels = useChannels();
  const [chosen, setChosen] = useState<string | null>(null);
  const templates = channels.data?.items.find((one) => one.id === card.channel)?.templates ?? [];
  const template = templates.find((one) => one.id === chosen);
  const send = () => {
    if (!template) return;
    outbox.add({ card: card.id, text: template.text, template: template.id });
    setChosen(null);
    sent();
  };
  return (
    <div className={classes.composer}>
      <Alert color="orange" icon={<IconClockOff size={20} />} title={t('work.window.title')}>
        <Text size="sm" mb="xs">{t('work.window.about')}</Text>
        {templates.length > 0 ? (
          <div className={classes.writing}>
            <Select className={classes.field} size="sm" aria-label={t('work.window.template')} placeholder={t('work.window.template')} value={chosen} onChange={setChosen}
              data={templates.map((one) => ({ value: one.id, label: one.text }))} />
            <Button disabled={!template} onClick={send}>{t('work.send')}</Button>
          </div>
        ) : channels.data && <Text size="sm">{t('work.window.none')}</Text>}
      </Alert>
    </div>
  );
}
