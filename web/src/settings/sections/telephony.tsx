import { Group, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AdditionalFields, CallAnalytics } from '../additional-fields';
import { ConditionField } from '../condition/button';
import { useField } from '../context';
import { CheckField, ChoiceField, WordField } from '../fields';
import { HookUrl } from '../hook-url';
import type { Json } from '../paths';
import { Responsibles } from '../responsibles';
import { Part, Section } from '../section';
import { SectionTabs } from '../section-tabs';
import { TemplateField } from '../template-field';

const CREATE_FIRST = ['task', 'nothing'] as const;
const CREATE_REPEAT = ['task', 'task_if_none_open', 'nothing'] as const;
const ASSIGN = ['first_talker', 'last_talker', 'contact_owner', 'rules'] as const;
const AT = 'telephony';

/** «Телефония». */
export function Telephony() {
  const { t } = useTranslation();
  return (
    <Section path={AT} title={t('settings.telephony')} switched={`${AT}.enabled`} opened>
      <SectionTabs tabs={[
        { name: 'main', paths: [`${AT}.filter`, `${AT}.click_to_call`, `${AT}.incoming`, `${AT}.outgoing`], content: <Main /> },
        { name: 'templates', paths: [`${AT}.templates`], content: <Templates /> },
        { name: 'responsibles', paths: [`${AT}.responsibles`], content: (
          <Stack>
            <Responsibles path={`${AT}.responsibles.outgoing`} flow="call" title={t('telephony.outgoing')} />
            <Responsibles path={`${AT}.responsibles.incoming`} flow="call" title={t('telephony.incoming')} />
          </Stack>
        ) },
        { name: 'fields', paths: [`${AT}.fields`], content: <Fields /> },
      ]} />
    </Section>
  );
}

function Main() {
  const { t } = useTranslation();
  const filtered = useField<boolean | undefined>(`${AT}.filter.enabled`).value;
  return (
    <Stack>
      <Part title={t('telephony.filter')}>
        <CheckField path={`${AT}.filter.enabled`} />
        {filtered && (
          <Group align="flex-start" gap="lg">
            <ConditionField path={`${AT}.filter.incoming`} flow="call" label={t('label.telephony.filter.incoming')} />
            <ConditionField path={`${AT}.filter.outgoing`} flow="call" label={t('label.telephony.filter.outgoing')} />
          </Group>
        )}
      </Part>
      <ClickToCall />
      <Calls direction="incoming" />
      <Calls direction="outgoing" />
    </Stack>
  );
}

function ClickToCall() {
  const { t } = useTranslation();
  const block = useField<Json | undefined>(`${AT}.click_to_call`);
  const on = block.value !== null && block.value !== undefined;
  return (
    <Part title={t('telephony.click')} aside={
      <Switch checked={on} disabled={block.disabled} aria-label={t('telephony.click')}
        onChange={(event) => block.set(event.currentTarget.checked ? (block.savedValue ?? { outgoing_number: '', always_show_number: true }) : null)} />
    }>
      {on && (
        <>
          <HookUrl hook="planfix_telephony" about={t('hook.planfix_telephony')} />
          <ChoiceField path={`${AT}.click_to_call.outgoing_number`} list="virtual_numbers" required />
          <CheckField path={`${AT}.click_to_call.always_show_number`} description={t('telephony.alwaysAbout')} />
        </>
      )}
    </Part>
  );
}

function Calls({ direction }: { direction: 'incoming' | 'outgoing' }) {
  const { t } = useTranslation();
  const at = `${AT}.${direction}`;
  return (
    <Part title={t(`telephony.${direction}`)}>
      <WordField path={`${at}.first.create`} words={CREATE_FIRST} description={t('telephony.firstAbout')} />
      <WordField path={`${at}.first.assign`} words={ASSIGN} />
      <WordField path={`${at}.repeat.create`} words={CREATE_REPEAT} />
      <WordField path={`${at}.repeat.assign`} words={ASSIGN} />
      <ChoiceField path={`${at}.task_object`} list="task_objects" kept="number" required clearable />
      {direction === 'incoming' && <CheckField path={`${at}.personal_manager`} description={t('telephony.managerAbout')} />}
    </Part>
  );
}

function Templates() {
  return (
    <Part>
      {['incoming', 'missed_incoming', 'outgoing', 'missed_outgoing'].map((name) => <TemplateField key={name} path={`${AT}.templates.${name}`} flow="call" />)}
    </Part>
  );
}

function Fields() {
  const { t } = useTranslation();
  return (
    <Stack>
      <AdditionalFields path={`${AT}.fields.contact`} flows={['call']} list="contact_fields" title={t('fields.contacts')} />
      <AdditionalFields path={`${AT}.fields.task`} flows={['call']} list="task_fields" title={t('fields.tasks')} />
      <CallAnalytics path={`${AT}.fields.call`} />
    </Stack>
  );
}
