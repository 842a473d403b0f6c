import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, value } from '../api/client';
import { useTakeSession } from '../api/session';
import { Doorstep } from '../ui/doorstep';
import { useReason } from '../ui/states';

const SHORTEST = 10;

/** The first start: whoever has the link from the console becomes the owner. */
export function Setup() {
  const { t } = useTranslation();
  const reason = useReason();
  const take = useTakeSession();
  const navigate = useNavigate();
  // behind `#`, so that it was never sent to anybody
  const [key] = useState(() => window.location.hash.slice(1));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const setUp = useMutation({
    mutationFn: () => value(api.POST('/api/setup', { body: { key, email, password } })),
    onSuccess: (session) => {
      take(session);
      void navigate('/connections/new', { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUp.mutate();
  };
  if (!key) {
    return <Doorstep title={t('setup.title')}><Alert color="red" role="alert">{t('setup.noKey')}</Alert></Doorstep>;
  }
  const short = password.length > 0 && [...password].length < SHORTEST;
  return (
    <Doorstep title={t('setup.title')}>
      <Text size="sm" c="dimmed">{t('setup.about')}</Text>
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={t('email')} type="email" autoComplete="username" required value={email} autoFocus
            onChange={(event) => setEmail(event.currentTarget.value)} />
          <PasswordInput label={t('password')} description={t('passwordRule')} autoComplete="new-password" required value={password}
            error={short ? t('passwordShort') : undefined} onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} />
          {setUp.isError && <Alert color="red" role="alert">{reason(setUp.error)}</Alert>}
          <Button type="submit" fullWidth loading={setUp.isPending} disabled={short}>{t('setup.go')}</Button>
        </Stack>
      </form>
    </Doorstep>
  );
}
