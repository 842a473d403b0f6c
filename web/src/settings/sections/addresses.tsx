import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session';
import { HookUrl } from '../hook-url';
import { NotificationBodies } from '../notification-bodies';
import { Section } from '../section';

/** What UIS has to be told: our addresses, and the bodies of its notifications. */
export function Addresses() {
  const { t } = useTranslation();
  const admin = useMay('admin');
  return (
    <Section path="addresses" title={t('settings.addresses')}>
      {!admin && <Text size="sm" c="dimmed">{t('hook.adminOnly')}</Text>}
      {(['uis_notifications', 'uis_personal_manager', 'uis_chat'] as const).map((hook) => <HookUrl key={hook} hook={hook} about={t(`hook.${hook}`)} />)}
      <NotificationBodies />
    </Section>
  );
}
