import { Button, Card, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { useChoices } from '../settings/choices';
import { ChoiceSelect } from '../settings/fields';
import { setAt, type JsonObject } from '../settings/paths';
import { Broken, Loading } from '../ui/states';

/** The least that makes calls into tasks: an object and somebody responsible. */
export function CallsStep({ name, done }: { name: string; done: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [object, setObject] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const [employees, setEmployees] = useState(true);
  const objects = useChoices('task_objects');
  const people = useChoices('planfix_users');
  const path = { name };
  const now = useQuery({ queryKey: ['connection', name], queryFn: () => value(api.GET('/api/connections/{name}', { params: { path } })) });
  const save = useMutation({
    mutationFn: async () => {
      const settings = withCalls(now.data!.settings as JsonObject, Number(object), person!, employees);
      await value(api.PUT('/api/connections/{name}', { params: { path, header: { 'If-Match': `"${now.data!.version}"` } }, body: { settings: settings } }));
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['connection', name] });
      done();
    },
  });
  if (now.isPending) return <Loading rows={3} />;
  if (now.isError) return <Broken error={now.error} retry={() => void now.refetch()} />;
  return (
    <Card className="card" padding="lg">
      <Stack maw={560}>
        <Text size="sm" c="dimmed">{t('wizard.telephonyAbout')}</Text>
        <ChoiceSelect label={t('wizard.object')} choices={objects} value={object} onChange={setObject} withAsterisk />
        <ChoiceSelect label={t('wizard.responsible')} choices={people} value={person} onChange={setPerson} withAsterisk />
        <Checkbox label={t('wizard.employees')} checked={employees} onChange={(event) => setEmployees(event.currentTarget.checked)} />
        {save.isError && <Broken error={save.error} />}
        <Group>
          <Button disabled={!object || !person} loading={save.isPending} onClick={() => save.mutate()}>{t('wizard.saveCalls')}</Button>
          <Button variant="default" onClick={done}>{t('wizard.skip')}</Button>
        </Group>
      </Stack>
    </Card>
  );
}

/** Settings with telephony on: a task for every call of somebody new, for whoever talked. */
function withCalls(settings: JsonObject, object: number, person: string, employees: boolean): JsonObject {
  const calls = { first: { create: 'task', assign: 'first_talker' }, repeat: { create: 'nothing', assign: 'contact_owner' }, task_object: object };
  const values: [string, JsonObject[string]][] = [
    ['telephony.enabled', true],
    ['telephony.incoming', { ...calls, personal_manager: false }],
    ['telephony.outgoing', calls],
    ['telephony.responsibles.incoming.default', person],
    ['telephony.responsibles.outgoing.default', person],
    ['employees.enabled', employees],
  ];
  return values.reduce((now, [path, next]) => setAt(now, path, next), settings);
}
