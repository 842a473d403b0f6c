// What UIS shows with every callback of the Chat API: `webhook_auth` of the adapter.
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditing, useField } from './context';
import { SecretField } from './credentials';
import { TextField } from './fields';
import { setAt, type Json, type JsonObject } from './paths';
import { WAYS, callbackKeys, wayOf, withWay, type Way } from './callback-way';

export function CallbackAuth({ block }: { block: string }) {
  const { t } = useTranslation();
  const { edit } = useEditing();
  const field = useField<Json | undefined>(block);
  const way = wayOf(field.value);
  const choose = (wanted: Way) => edit((now) => setAt(now, block, wanted === wayOf(field.savedValue)
    ? { ...withWay(field.value as JsonObject, 'none'), ...callbackKeys(field.savedValue as JsonObject) }
    : withWay(field.value as JsonObject, wanted)));
  return (
    <>
      <Select label={t('credentials.callback.title')} description={t('credentials.callback.about')} value={way} allowDeselect={false} disabled={field.disabled}
        data={WAYS.map((one) => ({ value: one, label: t(`credentials.callback.${one}`) }))} onChange={(next) => next && next !== way && choose(next as Way)} />
      {way === 'bearer' && <SecretField path={`${block}.callback_token`} />}
      {way === 'basic' && <TextField path={`${block}.callback_login`} required />}
      {way === 'basic' && <SecretField path={`${block}.callback_password`} />}
    </>
  );
}
