import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HookUrl } from '../settings/hook-url';
import hook from '../settings/hook-url.module.css';
import { NotificationBodies } from '../settings/notification-bodies';
import type { Json } from '../settings/paths';
import { Part } from '../settings/section';
import { Copy } from '../ui/copy';

/** What both systems have to be told, everything to be copied from here. */
export function DoneStep({ name, pbxToken }: { name: string; pbxToken: Json | undefined }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Alert color="leaf" title={t('wizard.made')}>{t('wizard.doneAbout')}</Alert>
      <Part title={t('wizard.step.planfix')}>
        <HookUrl hook="planfix_telephony" about={t('hook.planfix_telephony')} />
        {typeof pbxToken === 'string' && (
          <Stack gap={4}>
            <Text size="sm" fw={500}>{t('label.credentials.planfix_telephony.pbx_token')}</Text>
            <Group wrap="nowrap" gap={6} align="flex-start"><Code className={hook.url}>{pbxToken}</Code><Copy text={pbxToken} label={t('copy')} /></Group>
            <Text size="xs" c="dimmed">{t('wizard.pbxToken')}</Text>
          </Stack>
        )}
      </Part>
      <Part title={t('wizard.step.uis')}>
        <HookUrl hook="uis_notifications" about={t('hook.uis_notifications')} />
        <NotificationBodies />
        <HookUrl hook="uis_personal_manager" about={t('hook.uis_personal_manager')} />
      </Part>
      <Text size="sm">{t('wizard.firstCall')}</Text>
      <Group>
        <Button component={Link} to={`/journal?connection=${name}`}>{t('wizard.journal')}</Button>
        <Button component={Link} to={`/connections/${name}`} variant="default">{t('wizard.settings')}</Button>
      </Group>
    </Stack>
  );
}
