import { ActionIcon, Alert, Button, Group, Stack, Table, Text, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconRefresh, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../../api/client';
import { told, when } from '../../i18n';
import { Broken } from '../../ui/states';
import { useEditing, useField } from '../context';
import { CheckField, ChoiceField, ManyField } from '../fields';
import { same, type Json } from '../paths';
import { Part, Section } from '../section';

/** «Синхронизация сотрудников». */
export function Employees() {
  const { t } = useTranslation();
  const all = useField<boolean | undefined>('employees.sync_all').value;
  return (
    <Section path="employees" title={t('settings.employees')} switched="employees.enabled">
      <Part title={t('employees.sync')}>
        <CheckField path="employees.sync_all" />
        {!all && <ManyField path="employees.selected" list="planfix_users" />}
        <CheckField path="employees.nightly" />
        <Run />
      </Part>
      <Pairs />
    </Section>
  );
}

function Run() {
  const { t } = useTranslation();
  const { name, saved, draft, readOnly } = useEditing();
  const queries = useQueryClient();
  const path = { params: { path: { name } } };
  const key = ['employees', name];
  const last = useQuery({ queryKey: key, queryFn: () => value(api.GET('/api/connections/{name}/employees', path)) });
  const run = useMutation({
    mutationFn: () => value(api.POST('/api/connections/{name}/employees/sync', path)),
    onSuccess: (done) => {
      queries.setQueryData(key, { run: done });
      void queries.invalidateQueries({ queryKey: ['choices', name] });
    },
  });
  const unsaved = !same(saved.employees, draft.employees);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Tooltip label={t('employees.saveFirst')} disabled={!unsaved} withArrow>
          <Button variant="default" radius="xl" leftSection={<IconRefresh size={18} />} loading={run.isPending} disabled={readOnly || unsaved} onClick={() => run.mutate()}>{t('employees.run')}</Button>
        </Tooltip>
        {last.data && !last.data.run && <Text size="sm" c="dimmed">{t('employees.never')}</Text>}
      </Group>
      {run.isError && <Broken error={run.error} />}
      {last.data?.run && <Report run={last.data.run} />}
    </Stack>
  );
}

function Report({ run }: { run: Schemas['EmployeeRun'] }) {
  const { t } = useTranslation();
  return (
    <Alert color={run.good ? 'leaf' : 'red'} title={`${t(run.good ? 'employees.good' : 'employees.bad')} · ${when(run.ended_at)} · ${run.author}`}>
      <Text size="sm" className="wrap">{told(run.summary)}</Text>
      {run.remarks.map((one) => <Text key={one.ru} size="sm" className="wrap">{told(one)}</Text>)}
      {run.lines.length > 0 && (
        <details>
          <summary><Text span size="sm">{t('employees.details')}</Text></summary>
          <Table.ScrollContainer minWidth={420}>
            <Table fz="sm" verticalSpacing={4}>
              <Table.Tbody>{run.lines.map((line) => <Table.Tr key={line.user}><Table.Td>{line.name}</Table.Td><Table.Td className="wrap">{told(line.text)}</Table.Td></Table.Tr>)}</Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </details>
      )}
    </Alert>
  );
}

/** Pairs by hand: one person in both systems whom neither e-mail nor number joins. */
function Pairs() {
  const { t } = useTranslation();
  const pairs = useField<Json[] | undefined>('employees.pairs');
  const list = pairs.value ?? [];
  return (
    <Part title={t('employees.pairs')}>
      <Text size="xs" c="dimmed">{t('employees.pairsAbout')}</Text>
      {list.map((_, at) => (
        <Group key={at} align="flex-end" gap="sm">
          <div style={{ flex: '1 1 190px' }}><ChoiceField path={`employees.pairs[${at}].planfix_user`} list="planfix_users" /></div>
          <div style={{ flex: '1 1 190px' }}><ChoiceField path={`employees.pairs[${at}].uis_employee`} list="uis_employees" kept="number" /></div>
          <div style={{ flex: '0 1 130px' }}><ShortNumber path={`employees.pairs[${at}].short_number`} /></div>
          <Tooltip label={t('remove')} withArrow>
            <ActionIcon variant="subtle" color="gray" size="lg" mb={2} aria-label={`${t('remove')}: ${at + 1}`} disabled={pairs.disabled} onClick={() => pairs.set(list.filter((_one, other) => other !== at))}><IconX size={18} /></ActionIcon>
          </Tooltip>
        </Group>
      ))}
      <Group><Button variant="default" radius="xl" leftSection={<IconPlus size={16} />} disabled={pairs.disabled} onClick={() => pairs.set([...list, { planfix_user: null, uis_employee: null }])}>{t('add')}</Button></Group>
    </Part>
  );
}

/** Left empty it is the extension, and does not stand in the settings at all. */
function ShortNumber({ path }: { path: string }) {
  const { t } = useTranslation();
  const field = useField<string | undefined>(path);
  return (
    <TextInput label={t('label.employees.pairs.short_number')} placeholder={t('employees.asExtension')} value={field.value ?? ''} error={field.error} disabled={field.disabled}
      inputMode="numeric" onChange={(event) => field.set(event.currentTarget.value || undefined)} />
  );
}
