// WhatsApp takes nothing but templates now.
import { Alert, Button, Group, Select, Text } from '@mantine/core';
import { IconClockOff, IconSend2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Broken } from '../ui/states';
import { useChannels } from './channels';
import { useOutbox } from './outbox-context';
import type { Template, WorkCard } from './types';
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
        {channels.isError && <Broken error={channels.error} retry={() => void channels.refetch()} />}
        {channels.data && templates.length === 0 && <Text size="sm">{t('work.window.none')}</Text>}
        {templates.length > 0 && (
          <Group gap="xs" align="flex-start">
            <Select className={classes.field} miw={180} size="sm" aria-label={t('work.window.template')} placeholder={t('work.window.choose')} value={chosen} onChange={setChosen}
              data={templates.map((one) => ({ value: one.id, label: one.text }))} />
            <Button disabled={!template} leftSection={<IconSend2 size={17} />} onClick={send}>{t('work.send')}</Button>
          </Group>
        )}
        {template && <Preview template={template} />}
      </Alert>
    </div>
  );
}

/** The template as the client gets it. */
function Preview({ template }: { template: Template }) {
  const { t } = useTranslation();
  return (
    <div className={classes.template} role="group" aria-label={t('work.window.preview')}>
      {template.header && <b>{template.header}</b>}
      <p className={classes.text}>{template.text}</p>
      {template.footer && <small>{template.footer}</small>}
      {template.buttons.map((one) => <span key={one}>{one}</span>)}
    </div>
  );
}
