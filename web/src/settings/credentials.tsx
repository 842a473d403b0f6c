// «Учётные данные»: used by the settings page and by the wizard.
import { Anchor, Group, List, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallbackAuth } from './callback-auth';
import { CheckButton } from './check-button';
import { useEditing, useField } from './context';
import { TextField } from './fields';
import { setAt, type Json, type JsonObject } from './paths';
import { ReuseMenu } from './reuse';
import { SecretField } from './secret-field';
import { Part } from './section';

export interface Block {
  path: string;
  fresh: JsonObject;
  texts: string[];
  secrets: string[];
  /** Secrets that are there only sometimes, and have fields of their own. */
  rare?: string[];
  /** What may stay empty: it has a value of its own. */
  free?: string[];
}

export const BLOCKS: Record<'rest' | 'telephony' | 'planfix_chat' | 'data' | 'call' | 'chat', Block> = {
  rest: { path: 'credentials.planfix_rest', fresh: { name: 'Планфикс', url: '' }, texts: ['name', 'url'], secrets: ['token'] },
  telephony: { path: 'credentials.planfix_telephony', fresh: { name: 'Телефония', url: '' }, texts: ['name', 'url'], secrets: ['token', 'pbx_token'] },
  planfix_chat: { path: 'credentials.planfix_chat', fresh: { name: 'Чаты', url: '', provider_id: 'svyazka' }, texts: ['name', 'url', 'provider_id'], secrets: ['token', 'our_token'] },
  data: { path: 'credentials.uis.data_api', fresh: { url: 'https://dataapi.uiscom.ru/v2.0' }, texts: ['url'], secrets: ['token'] },
  call: { path: 'credentials.uis.call_api', fresh: { url: 'https://callapi.uiscom.ru/v4.0' }, texts: ['url'], secrets: ['token'] },
  chat: { path: 'credentials.uis.chat_api', fresh: { url: 'https://chat-integration-api-prod.uiscom.ru', login: '' }, texts: ['url', 'login'], secrets: ['password'], rare: ['callback_token', 'callback_password'] },
};

/** The keys that we make and the other side is told. */
const OWN_KEYS = ['pbx_token', 'our_token'];

export function CredentialBlock({ of, always }: { of: keyof typeof BLOCKS; always?: boolean }) {
  const { t } = useTranslation();
  const block = BLOCKS[of];
  const field = useField<Json | undefined>(block.path);
  const { edit } = useEditing();
  const on = field.value !== null && field.value !== undefined;
  const turn = (wanted: boolean) => edit((now) => setAt(now, block.path, wanted ? (field.savedValue ?? block.fresh) : undefined));
  return (
    <Part title={t(`credentials.${of}.title`)} aside={!always && (
      <Switch checked={on} disabled={field.disabled} aria-label={t(`credentials.${of}.title`)} onChange={(event) => turn(event.currentTarget.checked)} />
    )}>
      {on && (
        <>
          {of === 'planfix_chat' && <Text size="sm" c="dimmed">{t('credentials.planfix_chat.about')}</Text>}
          <Group justify="space-between" gap="xs" align="flex-start"><Help of={of} /><ReuseMenu block={block} /></Group>
          {block.texts.map((name) => <TextField key={name} path={`${block.path}.${name}`} required placeholder={name === 'url' ? t(`credentials.${of}.url`) : undefined} />)}
          {block.secrets.map((name) => <SecretField key={name} path={`${block.path}.${name}`} generated={OWN_KEYS.includes(name)} />)}
          {of === 'chat' && <CallbackAuth block={block.path} />}
          {of !== 'chat' && <CheckButton prefixes={[block.path]} />}
        </>
      )}
    </Part>
  );
}

/** Where to find it over there. */
function Help({ of }: { of: keyof typeof BLOCKS }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const steps = t(`credentials.${of}.steps`, { returnObjects: true }) as unknown as string[];
  return (
    <div>
      <Anchor component="button" type="button" size="sm" aria-expanded={opened} onClick={() => setOpened(!opened)}>{t('credentials.where')}</Anchor>
      {opened && <List size="sm" type="ordered" mt={6} spacing={4}>{steps.map((step) => <List.Item key={step}>{step}</List.Item>)}</List>}
    </div>
  );
}
