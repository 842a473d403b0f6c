// From nothing to a connection: names, Planfix, UIS, what to do about calls, and what to tell the two systems.
import { Alert, Button, Card, Group, Stack, Stepper, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, value, type SettingsProblem } from '../api/client';
import { BLOCKS, CredentialBlock } from '../settings/credentials';
import { randomKey } from '../settings/secret-field';
import { EditingProvider, useField } from '../settings/context';
import { TextField } from '../settings/fields';
import { getAt, setAt, type JsonObject } from '../settings/paths';
import { Page } from '../ui/page';
import { Broken } from '../ui/states';
import { CallsStep } from './calls-step';
import { DoneStep } from './done-step';

// employees: the block is there, so that everything in it has the values people expect once it is switched on
const NOTHING: JsonObject = { name: '', title: '', timezone: 'Europe/Moscow', credentials: { uis: {} }, employees: { enabled: false } };
const PBX_TOKEN = 'credentials.planfix_telephony.pbx_token';
const NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/;

export function Wizard() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const narrow = useMediaQuery('(max-width: 640px)');
  const [step, setStep] = useState(0);
  const [draft, setDraft] = useState<JsonObject>(() =>
    // the key is made here: once stored it could not be shown again, and Planfix has to be told it
    setAt([BLOCKS.rest, BLOCKS.telephony, BLOCKS.data].reduce((now, block) => setAt(now, block.path, block.fresh), NOTHING), PBX_TOKEN, randomKey()));
  const [problems, setProblems] = useState<SettingsProblem[]>([]);
  const edit = useCallback((change: (now: JsonObject) => JsonObject) => setDraft(change), []);
  const name = String(draft.name ?? '');
  const create = useMutation({
    mutationFn: () => value(api.POST('/api/connections', { body: { settings: draft } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['connections'] });
      setProblems([]);
      setStep(3);
    },
    onError: (error) => setProblems(error instanceof ApiError ? (error.problem?.problems ?? []) : []),
  });
  const editing = { name, saved: draft, draft, secrets: [], problems, readOnly: false, edit };
  const steps = ['name', 'planfix', 'uis', 'telephony', 'done'] as const;
  const named = NAME.test(name) && String(draft.title ?? '').trim() !== '';
  return (
    <Page title={t('wizard.title')}>
      <Stepper active={step} size="sm" iconSize={narrow ? 28 : undefined} wrap={false} allowNextStepsSelect={false}>
        {steps.map((one) => <Stepper.Step key={one} label={<span className={narrow ? 'visually-hidden' : undefined}>{t(`wizard.step.${one}`)}</span>} />)}
      </Stepper>
      {narrow && <Text fw={600}>{t(`wizard.step.${steps[step]!}`)}</Text>}
      <EditingProvider value={editing}>
        {step === 0 && <Card className="card" padding="lg"><Stack maw={520}><TextField path="title" required description={t('wizard.titleAbout')} placeholder="ООО «Ромашка»" /><NameField /><TextField path="timezone" description={t('credentials.timezoneAbout')} /></Stack></Card>}
        {step === 1 && (
          <Stack>
            <Text size="sm" c="dimmed">{t('wizard.planfixAbout')}</Text>
            <Alert color="yellow" title={t('credentials.oldApp')}>{t('credentials.oldAppAbout')}</Alert>
            <CredentialBlock of="rest" /><CredentialBlock of="telephony" />
          </Stack>
        )}
        {step === 2 && <Stack><Text size="sm" c="dimmed">{t('wizard.uisAbout')}</Text><CredentialBlock of="data" /><CredentialBlock of="call" /><CredentialBlock of="chat" /></Stack>}
        {step === 3 && <CallsStep name={name} done={() => setStep(4)} />}
        {step === 4 && <DoneStep name={name} pbxToken={getAt(draft, PBX_TOKEN)} />}
      </EditingProvider>
      {create.isError && <Broken error={create.error} />}
      {step < 3 && (
        <Group>
          {step > 0 && <Button variant="default" onClick={() => setStep(step - 1)}>{t('wizard.back')}</Button>}
          {step < 2 && <Button disabled={!named} onClick={() => setStep(step + 1)}>{t('wizard.next')}</Button>}
          {step === 2 && <Button loading={create.isPending} onClick={() => create.mutate()}>{t('wizard.create')}</Button>}
        </Group>
      )}
    </Page>
  );
}

function NameField() {
  const { t } = useTranslation();
  const field = useField<string>('name');
  const wrong = field.value !== '' && !NAME.test(field.value);
  return (
    <TextInput label={t('label.name')} description={t('wizard.nameAbout')} withAsterisk value={field.value} placeholder="romashka" autoCapitalize="none" spellCheck={false}
      error={field.error ?? (wrong ? t('wizard.nameWrong') : undefined)} onChange={(event) => field.set(event.currentTarget.value.toLowerCase())} />
  );
}
