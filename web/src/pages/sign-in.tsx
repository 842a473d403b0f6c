import { Alert, Anchor, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { useTakeSession } from '../api/session';
import { changeLanguage, lang } from '../i18n';
import { Doorstep } from '../ui/doorstep';
import { useReason } from '../ui/states';

export function SignIn() {
  const { t } = useTranslation();
  const reason = useReason();
  const take = useTakeSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => value(api.GET('/api/setup')) });
  const signIn = useMutation({
    mutationFn: () => value(api.POST('/api/session', { body: { email, password } })),
    onSuccess: take,
    onError: () => setPassword(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  const other = lang() === 'ru' ? 'en' : 'ru';
  return (
    <Doorstep title={t('signIn.title')}>
      {setup.data?.needed && <Alert color="blue" title={t('signIn.nobody')}>{t('signIn.nobodyAbout')}</Alert>}
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={t('email')} type="email" autoComplete="username" required value={email} autoFocus
            onChange={(event) => setEmail(event.currentTarget.value)} />
          <PasswordInput label={t('password')} autoComplete="current-password" required value={password}
            onChange={(event) => setPassword(event.currentTarget.value)} visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} />
          {signIn.isError && <Alert color="red" role="alert">{reason(signIn.error)}</Alert>}
          <Button type="submit" fullWidth loading={signIn.isPending}>{t('signIn.in')}</Button>
        </Stack>
      </form>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">{t('signIn.forgotten')}</Text>
        <Anchor component="button" size="xs" lang={other} onClick={() => void changeLanguage(other)}>
          {other === 'en' ? 'English' : 'Русский'}
        </Anchor>
      </Group>
    </Doorstep>
  );
}
