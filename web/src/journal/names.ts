// What a communication is called.
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';

export function useNames() {
  const { t, i18n } = useTranslation();
  const kind = (one: Schemas['Communication']) => one.key.split('/')[0] ?? '';
  const kindName = (one: Schemas['Communication']) => (i18n.exists(`journal.kinds.${kind(one)}`) ? t(`journal.kinds.${kind(one)}`) : one.key);
  return {
    kind,
    title: (one: Schemas['Communication']) => one.title || kindName(one),
    // Planfix calls a contact it made by itself by its number
    client: (one: Schemas['Communication']) => (one.client?.replace(/\D/g, '') === one.phone ? null : one.client),
    phone: (one: Schemas['Communication']) => (one.phone ? `+${one.phone}` : t('journal.noPhone')),
  };
}
