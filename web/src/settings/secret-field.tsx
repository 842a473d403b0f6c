import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Copy } from '../ui/copy';
import { useEditing, useField } from './context';
import type { Json } from './paths';
import { reusedFrom } from './reuse';

/** A secret: typed in, never shown again once it is stored. */
export function SecretField({ path, generated }: { path: string; generated?: boolean }) {
  const { t } = useTranslation();
  const { secrets } = useEditing();
  const field = useField<Json | undefined>(path);
  const from = reusedFrom(field.value);
  const stored = secrets.includes(path);
  const value = typeof field.value === 'string' ? field.value : '';
  let description: ReactNode = stored ? t('credentials.stored') : undefined;
  if (generated && !stored) description = t('credentials.pbxAbout');
  if (from) description = t('credentials.reused', { name: from });
  return (
    <Stack gap={6}>
      <Group align="flex-end" gap={6} wrap="nowrap">
        <PasswordInput style={{ flex: 1 }} label={t(`label.${path}`)} description={description} placeholder={stored || from ? '••••••••••••' : undefined} value={value}
          error={field.error} disabled={field.disabled} autoComplete="off" withAsterisk={!stored && !generated && !from}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} onChange={(event) => field.set(event.currentTarget.value || null)} />
        {generated && value && <Copy text={value} label={t('copy')} />}
      </Group>
      {generated && !field.disabled && (
        <Group><Button size="xs" variant="subtle" leftSection={<IconWand size={16} />} onClick={() => field.set(randomKey())}>{t('credentials.generate')}</Button></Group>
      )}
      {generated && value && <Text size="xs" c="dimmed">{t(`credentials.copy.${path.split('.').pop()}`)}</Text>}
    </Stack>
  );
}

/** A key nobody can guess, in letters that survive copying. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_');
}
