import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { later } from '../../ui/later';
import { TextField } from '../fields';
import { Section } from '../section';

const CredentialBlock = later(async () => (await import('../credentials')).CredentialBlock);

/** «Учётные данные». */
export function Credentials() {
  const { t } = useTranslation();
  return (
    <Section path="credentials" title={t('settings.credentials')}>
      <TextField path="title" />
      <TextField path="timezone" description={t('credentials.timezoneAbout')} placeholder="Europe/Moscow" />
      <Alert color="yellow" title={t('credentials.oldApp')}>{t('credentials.oldAppAbout')}</Alert>
      {(['rest', 'telephony', 'planfix_chat', 'data', 'call', 'chat'] as const).map((of) => <CredentialBlock key={of} of={of} />)}
    </Section>
  );
}
