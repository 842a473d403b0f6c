import { ActionIcon, Button, Group, Select, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { told } from '../i18n';
import { useVariables } from './choices';
import type { Flow } from './condition/model';
import { useField } from './context';
import { CheckField, ChoiceField, TextField } from './fields';
import type { Json } from './paths';
import { Part } from './section';

/** The types of fields that text can fill, by Planfix's numbers. */
const WRITABLE = new Set([0, 1, 2, 3, 4, 5, 7, 8, 20]);

/** «Для контактов», «Для задач»: a field of Planfix, the variable it is filled from, «Обновлять всегда». */
export function AdditionalFields({ path, flows, title, list }: {
  path: string; flows: readonly Flow[]; title: string; list: 'contact_fields' | 'task_fields';
}) {
  const { t } = useTranslation();
  const rules = useField<Json[] | undefined>(path);
  const items = rules.value ?? [];
  return (
    <Part title={title}>
      {items.map((_, at) => (
        <Group key={at} gap="sm" align="flex-end">
          <div style={{ flex: '1 1 200px' }}>
            <ChoiceField path={`${path}[${at}].planfix_field`} list={list} kept="number" only={(one) => one.kind == null || WRITABLE.has(one.kind)} label={t('fields.planfix')} />
          </div>
          <div style={{ flex: '1 1 200px' }}><VariableField path={`${path}[${at}].uis_field`} flows={flows} /></div>
          <div style={{ paddingBottom: 8 }}><CheckField path={`${path}[${at}].update_always`} label={t('fields.always')} /></div>
          <Remove disabled={rules.disabled} number={at + 1} act={() => rules.set(items.filter((_one, other) => other !== at))} />
        </Group>
      ))}
      <Add disabled={rules.disabled} act={() => rules.set([...items, { planfix_field: null, uis_field: null, update_always: false }])} />
    </Part>
  );
}

/** Own fields of Planfix's analytics «Звонок», which have names instead of numbers. */
export function CallAnalytics({ path }: { path: string }) {
  const { t } = useTranslation();
  const rules = useField<Json[] | undefined>(path);
  const items = rules.value ?? [];
  return (
    <Part title={t('fields.call')}>
      <Text size="xs" c="dimmed">{t('fields.callAbout')}</Text>
      {items.map((_, at) => (
        <Group key={at} gap="sm" align="flex-end">
          <div style={{ flex: '1 1 200px' }}><TextField path={`${path}[${at}].name`} label={t('fields.callName')} /></div>
          <div style={{ flex: '1 1 200px' }}><VariableField path={`${path}[${at}].uis_field`} flows={['call']} /></div>
          <Remove disabled={rules.disabled} number={at + 1} act={() => rules.set(items.filter((_one, other) => other !== at))} />
        </Group>
      ))}
      <Add disabled={rules.disabled} act={() => rules.set([...items, { name: '', uis_field: null }])} />
    </Part>
  );
}

function VariableField({ path, flows }: { path: string; flows: readonly Flow[] }) {
  const { t } = useTranslation();
  const field = useField<string | null | undefined>(path);
  const variables = (useVariables().data?.items ?? []).filter((one) => flows.some((flow) => one[flow]));
  return (
    <Select label={t('fields.uis')} searchable data={variables.map((one) => ({ value: one.name, label: told(one.title) }))} value={field.value ?? null}
      error={field.error} disabled={field.disabled} nothingFoundMessage={t('settings.nothingFound')} onChange={(next) => field.set(next)}
      renderOption={({ option }) => {
        const known = variables.find((one) => one.name === option.value);
        return <div><Text size="sm">{option.label}</Text><Text size="xs" c="dimmed" className="wrap"><span className="mono">{option.value}</span> · {known?.example}</Text></div>;
      }} />
  );
}

function Remove({ act, number, disabled }: { act: () => void; number: number; disabled: boolean }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('remove')} withArrow>
      <ActionIcon variant="subtle" color="gray" size="lg" mb={2} aria-label={`${t('remove')}: ${number}`} disabled={disabled} onClick={act}><IconX size={18} /></ActionIcon>
    </Tooltip>
  );
}

function Add({ act, disabled }: { act: () => void; disabled: boolean }) {
  const { t } = useTranslation();
  return <Group><Button variant="default" radius="xl" leftSection={<IconPlus size={16} />} disabled={disabled} onClick={act}>{t('add')}</Button></Group>;
}
