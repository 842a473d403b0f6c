import { Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AdditionalFields } from '../additional-fields';
import { ConditionField } from '../condition/button';
import { useField } from '../context';
import { CheckField, ChoiceField, ManyField, WordField } from '../fields';
import { Mirror } from '../mirror';
import type { Json, JsonObject } from '../paths';
import { Responsibles } from '../responsibles';
import { Part, Section } from '../section';
import { SectionTabs } from '../section-tabs';
import { TemplateField } from '../template-field';

const CREATE_FIRST = ['contact', 'task', 'contact_and_task', 'nothing'] as const;
const CREATE_REPEAT = ['task', 'task_if_none_open', 'nothing'] as const;
const ASSIGN = ['contact_owner', 'rules'] as const;
const AT = 'text';

const NEW_LEADS: JsonObject = {
  filter: { enabled: false, conditions: null },
  first: { create: 'contact_and_task', assign: 'rules' },
  repeat: { create: 'task', assign: 'contact_owner' },
  contact_template: null,
  task_object: null,
};
const NEW_CHATS: JsonObject = {
  filter: { enabled: false, conditions: null },
  first: { create: 'contact_and_task', assign: 'rules' },
  repeat: { create: 'nothing', assign: 'rules' },
  create_on: 'start',
  tags: [],
  without_contact_data: false,
  contact_template: null,
  task_object: null,
};

/** «Текстовые коммуникации». */
export function TextCommunications() {
  const { t } = useTranslation();
  return (
    <Section path={AT} title={t('settings.text')} switched={`${AT}.enabled`}>
      <SectionTabs tabs={[
        { name: 'main', paths: [`${AT}.leads`, `${AT}.chats`], content: (
          <Stack><Kind kind="leads" fresh={NEW_LEADS} /><Kind kind="chats" fresh={NEW_CHATS} /></Stack>
        ) },
        { name: 'templates', paths: [`${AT}.templates`], content: (
          <Stack>
            <Part title={t('text.contacts')}>
              <TemplateField path={`${AT}.templates.lead_contact`} flow="lead" />
              <TemplateField path={`${AT}.templates.chat_contact`} flow="chat" />
            </Part>
            <Part title={t('text.tasks')}>
              <TemplateField path={`${AT}.templates.lead_task`} flow="lead" />
              <TemplateField path={`${AT}.templates.chat_task`} flow="chat" />
            </Part>
          </Stack>
        ) },
        { name: 'responsibles', paths: [`${AT}.responsibles`], content: (
          <Stack>
            <Responsibles path={`${AT}.responsibles.leads`} flow="lead" title={t('text.leads')} />
            <Responsibles path={`${AT}.responsibles.chats`} flow="chat" title={t('text.chats')} />
          </Stack>
        ) },
        { name: 'fields', paths: [`${AT}.fields`], content: (
          <Stack>
            <AdditionalFields path={`${AT}.fields.contact`} flows={['lead', 'chat']} list="contact_fields" title={t('fields.contacts')} />
            <AdditionalFields path={`${AT}.fields.task`} flows={['lead', 'chat']} list="task_fields" title={t('fields.tasks')} />
          </Stack>
        ) },
      ]} />
    </Section>
  );
}

/** «Заявки» or «Чаты». */
function Kind({ kind, fresh }: { kind: 'leads' | 'chats'; fresh: JsonObject }) {
  const { t } = useTranslation();
  const at = `${AT}.${kind}`;
  const block = useField<Json | undefined>(at);
  const filtered = useField<boolean | undefined>(`${at}.filter.enabled`).value;
  const on = block.value !== null && block.value !== undefined;
  return (
    <Part title={t(`text.${kind}`)} aside={
      <Switch checked={on} disabled={block.disabled} aria-label={t(`text.${kind}`)} onChange={(event) => block.set(event.currentTarget.checked ? (block.savedValue ?? fresh) : null)} />
    }>
      {on && (
        <>
          <CheckField path={`${at}.filter.enabled`} />
          {filtered && <ConditionField path={`${at}.filter.conditions`} flow={kind === 'leads' ? 'lead' : 'chat'} label={t(`label.${at}.filter.conditions`)} />}
          <WordField path={`${at}.first.create`} words={CREATE_FIRST} />
          <WordField path={`${at}.first.assign`} words={ASSIGN} />
          <WordField path={`${at}.repeat.create`} words={CREATE_REPEAT} />
          <WordField path={`${at}.repeat.assign`} words={ASSIGN} />
          {kind === 'chats' && <ChatMoments at={at} />}
          <ChoiceField path={`${at}.contact_template`} list="contact_templates" kept="number" required clearable />
          <ChoiceField path={`${at}.task_object`} list="task_objects" kept="number" required clearable />
          {kind === 'chats' && <Mirror at={at} />}
        </>
      )}
    </Part>
  );
}

function ChatMoments({ at }: { at: string }) {
  const { t } = useTranslation();
  const moment = useField<string | undefined>(`${at}.create_on`).value;
  return (
    <>
      <WordField path={`${at}.create_on`} words={['start', 'finish', 'tag']} />
      {moment === 'tag' && <ManyField path={`${at}.tags`} list="tags" />}
      <CheckField path={`${at}.without_contact_data`} description={t('text.withoutAbout')} />
    </>
  );
}
