import { Alert, Button, Card, Code, Group, NumberInput, Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { Copy } from '../ui/copy';
import { Page } from '../ui/page';
import { Broken, Loading } from '../ui/states';
import { useToast } from '../ui/toast';
import { draftOf, type Draft } from './draft';
import { MailFields } from './mail-fields';
import { Sent } from './sent';
import { TestButton } from './test-button';
import { WebhookFields } from './webhook-fields';

const REFRESH_MS = 30_000;

/** Whom to tell that a connection has broken, and what was told. */
export function AlertsPage() {
  const { t } = useTranslation();
  const alerts = useQuery({ queryKey: ['alerts'], queryFn: () => value(api.GET('/api/alerts')), refetchInterval: REFRESH_MS });
  return (
    <Page title={t('alerts.title')} about={t('alerts.about')}>
      {alerts.isPending && <Loading />}
      {alerts.isError && <Broken error={alerts.error} retry={() => void alerts.refetch()} />}
      {alerts.data && (
        <>
          <Form key={alerts.data.settings.version} alerts={alerts.data} />
          <Sent sent={alerts.data.sent} />
        </>
      )}
    </Page>
  );
}

function Form({ alerts }: { alerts: Schemas['Alerts'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const { settings, connections } = alerts;
  const [draft, setDraft] = useState<Draft>(() => draftOf(settings));
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () => value(api.PUT('/api/alerts', { body: { version: settings.version, ...draft } })),
    onSuccess: async (saved) => {
      if (saved.new_secret) queries.setQueryData(['alerts', 'secret'], saved.new_secret);
      await queries.invalidateQueries({ queryKey: ['alerts'], exact: true });
      toast(t('alerts.saved'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const muted = (name: string, off: boolean) => change({ muted: off ? [...draft.muted, name] : draft.muted.filter((one) => one !== name) });
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <NewSecret />
        <Card className="card" padding="lg" component="section" aria-label={t('alerts.mail')}>
          <MailFields mail={draft.mail} known={settings.mail} change={(mail) => change({ mail })} />
          {settings.mail && <TestButton channel="mail" />}
        </Card>
        <Card className="card" padding="lg" component="section" aria-label={t('alerts.webhook')}>
          <WebhookFields webhook={draft.webhook} known={settings.webhook} change={(webhook) => change({ webhook })} />
          {settings.webhook && <TestButton channel="webhook" />}
        </Card>
        <Card className="card" padding="lg" component="section" aria-label={t('alerts.what')}>
          <Title order={2} mb="sm">{t('alerts.what')}</Title>
          <Stack>
            {connections.map(({ name, title }) => (
              <Switch key={name} label={title} description={name} checked={!draft.muted.includes(name)} onChange={(event) => muted(name, !event.currentTarget.checked)} />
            ))}
            <NumberInput label={t('alerts.stuck')} description={t('alerts.stuckAbout')} min={1} max={1440} allowDecimal={false} maw={420}
              value={draft.stuck_after_minutes} onChange={(minutes) => change({ stuck_after_minutes: Number(minutes) || 0 })} />
          </Stack>
        </Card>
        {save.isError && <Broken error={save.error} />}
        <Group justify="flex-end"><Button type="submit" loading={save.isPending}>{t('save')}</Button></Group>
      </Stack>
    </form>
  );
}

/** The webhook's secret, until the page is left. */
function NewSecret() {
  const { t } = useTranslation();
  const secret = useQuery<string>({ queryKey: ['alerts', 'secret'], queryFn: () => '', enabled: false, gcTime: 0 }).data;
  if (!secret) return null;
  return (
    <Alert color="leaf" title={t('alerts.newSecret')}>
      <Text size="sm" mb="xs">{t('alerts.newSecretAbout')}</Text>
      <Group wrap="nowrap" align="flex-start"><Code block className="wrap" style={{ flex: 1, whiteSpace: 'pre-wrap' }}>{secret}</Code><Copy text={secret} label={t('copy')} /></Group>
    </Alert>
  );
}
