// What a communication is called.
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';

/** Kinds that are about a client with a number. */
const CLIENTS = new Set(['call', 'click', 'lead', 'chat']);

export function useNames() {
  const { t, i18n } = useTranslation();
  const kind = (one: Schemas['Communication']) => one.key.split('/')[0] ?? '';
  const kindName = (one: Schemas['Communication']) => (i18n.exists(`journal.kinds.${kind(one)}`) ? t(`journal.kinds.${kind(one)}`) : one.key);
  return {
    kind,
    // a call is known by its arrow; whatever has no words of its own is called by its kind already
    about: (one: Schemas['Communication']) => (kind(one) === 'call' || !one.title || one.title === kindName(one) ? null : kindName(one)),
    title: (one: Schemas['Communication']) => one.title || kindName(one),
    // Planfix calls a contact it made by itself by its number
    client: (one: Schemas['Communication']) => (one.client?.replace(/\D/g, '') === one.phone ? null : one.client),
    phone: (one: Schemas['Communication']) => (one.phone ? `+${one.phone}` : CLIENTS.has(kind(one)) ? t('journal.noPhone') : null),
  };
}
