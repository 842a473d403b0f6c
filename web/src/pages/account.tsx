import { Badge, Button, Card, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { useSession } from '../api/session';
import { when } from '../i18n';
import { browserName } from '../ui/browser-name';
import { Page } from '../ui/page';
import { Broken, Loading, useReason } from '../ui/states';
import { useToast } from '../ui/toast';

export function AccountPage() {
  const { t } = useTranslation();
  const person = useSession().data?.person;
  return (
    <Page title={t('account.title')} about={person && `${person.email} · ${t(`role.${person.role}`)}`}>
      <Sessions />
      <PasswordForm />
    </Page>
  );
}

function Sessions() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => value(api.GET('/api/sessions')) });
  const end = useMutation({
    mutationFn: (id: number) => value(api.DELETE('/api/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['sessions'] }),
    onError: (error) => toast(reason(error), true),
  });
  return (
    <Card className="card" padding="lg">
      <Title order={2}>{t('account.sessions')}</Title>
      <Text size="sm" c="dimmed" mb="md">{t('account.sessionsAbout')}</Text>
      {sessions.isPending && <Loading rows={2} />}
      {sessions.isError && <Broken error={sessions.error} retry={() => void sessions.refetch()} />}
      <Stack gap="sm">
        {sessions.data?.items.map((one) => (
          <Group key={one.id} justify="space-between" gap="xs">
            <div>
              <Group gap="xs"><Text size="sm">{browserName(one.user_agent) || t('account.browser')}</Text>{one.current && <Badge variant="light" tt="none">{t('account.this')}</Badge>}</Group>
              <Text size="xs" c="dimmed">{t('account.seen', { at: when(one.last_seen_at), since: when(one.created_at) })}</Text>
            </div>
            {!one.current && <Button size="xs" variant="default" onClick={() => end.mutate(one.id)}>{t('account.end')}</Button>}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}

function PasswordForm() {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => value(api.PUT('/api/session/password', { body: { present, new: next } })),
    onSuccess: () => {
      setPresent('');
      setNext('');
      void queries.invalidateQueries({ queryKey: ['sessions'] });
      toast(t('account.changed'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const eye = { visibilityToggleButtonProps: { 'aria-label': t('showPassword') } };
  return (
    <Card className="card" padding="lg">
      <Title order={2} mb="md">{t('account.password')}</Title>
      <form onSubmit={submit}>
        <Stack maw={400}>
          <PasswordInput label={t('account.present')} autoComplete="current-password" required value={present} onChange={(event) => setPresent(event.currentTarget.value)} {...eye} />
          <PasswordInput label={t('account.new')} description={t('passwordRule')} autoComplete="new-password" required value={next} onChange={(event) => setNext(event.currentTarget.value)} {...eye} />
          {change.isError && <Broken error={change.error} />}
          <Group><Button type="submit" loading={change.isPending}>{t('account.change')}</Button></Group>
        </Stack>
      </form>
    </Card>
  );
}
