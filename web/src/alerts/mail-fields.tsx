import { NumberInput, PasswordInput, Select, SimpleGrid, Stack, Switch, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { addresses, NEW_MAIL, type Mail } from './draft';

const PORTS: Record<string, number> = { tls: 465, start_tls: 587, none: 25 };

export function MailFields({ mail, known, change }: { mail?: Mail | null; known?: Schemas['AlertMail'] | null; change: (mail?: Mail) => void }) {
  const { t } = useTranslation();
  const [to, setTo] = useState((mail?.to ?? []).join('\n'));
  const set = (part: Partial<Mail>) => change({ ...(mail ?? NEW_MAIL), ...part });
  return (
    <Stack>
      <Title order={2}>{t('alerts.mail')}</Title>
      <Switch label={t('alerts.mailOn')} checked={mail?.enabled ?? false} onChange={(event) => set({ enabled: event.currentTarget.checked })} />
      {mail && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <TextInput label={t('alerts.host')} placeholder="smtp.yandex.ru" required value={mail.host} onChange={(event) => set({ host: event.currentTarget.value })} />
            <Select label={t('alerts.security')} value={mail.security} allowDeselect={false} onChange={(security) => security && set({ security, port: PORTS[security] ?? mail.port })}
              data={['tls', 'start_tls', 'none'].map((one) => ({ value: one, label: t(`alerts.securities.${one}`) }))} />
            <NumberInput label={t('alerts.port')} required min={1} max={65535} allowDecimal={false} value={mail.port} onChange={(port) => set({ port: Number(port) || 0 })} />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={t('alerts.login')} description={t('alerts.loginAbout')} autoComplete="off" value={mail.login ?? ''} onChange={(event) => set({ login: event.currentTarget.value })} />
            <PasswordInput label={t('password')} description={known?.has_password ? t('alerts.passwordKept') : t('alerts.passwordAbout')} autoComplete="new-password"
              value={mail.password ?? ''} onChange={(event) => set({ password: event.currentTarget.value || undefined })} visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} />
          </SimpleGrid>
          <TextInput label={t('alerts.from')} type="email" required value={mail.from} onChange={(event) => set({ from: event.currentTarget.value })} />
          <Textarea label={t('alerts.to')} description={t('alerts.toAbout')} required autosize minRows={2} value={to}
            onChange={(event) => { setTo(event.currentTarget.value); set({ to: addresses(event.currentTarget.value) }); }} />
        </>
      )}
      {!mail && <Text size="sm" c="dimmed">{t('alerts.mailAbout')}</Text>}
    </Stack>
  );
}
