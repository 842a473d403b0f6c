import { Checkbox, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { NEW_WEBHOOK, type Webhook } from './draft';

export function WebhookFields({ webhook, known, change }: { webhook?: Webhook | null; known?: Schemas['AlertWebhook'] | null; change: (webhook?: Webhook) => void }) {
  const { t } = useTranslation();
  const set = (part: Partial<Webhook>) => change({ ...(webhook ?? NEW_WEBHOOK), ...part });
  return (
    <Stack>
      <Title order={2}>{t('alerts.webhook')}</Title>
      <Switch label={t('alerts.webhookOn')} checked={webhook?.enabled ?? false} onChange={(event) => set({ enabled: event.currentTarget.checked })} />
      {webhook && (
        <>
          <TextInput label={t('alerts.url')} description={t('alerts.urlAbout')} placeholder="https://" required value={webhook.url} onChange={(event) => set({ url: event.currentTarget.value })} />
          {known && <Checkbox label={t('alerts.renewSecret')} checked={webhook.new_secret ?? false} onChange={(event) => set({ new_secret: event.currentTarget.checked })} />}
        </>
      )}
      {!webhook && <Text size="sm" c="dimmed">{t('alerts.webhookAbout')}</Text>}
    </Stack>
  );
}
