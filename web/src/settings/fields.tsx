// The inputs of the page. Each knows its place in the settings, and by it its label, problem and saved value.
import { Anchor, Checkbox, Loader, MultiSelect, Select, TextInput, Text, type SelectProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceOption, REFRESH, findChoices, useRefreshOption } from './choice-option';
import { useChoices, type Choice, type ListName } from './choices';
import { useField } from './context';
import { placeOf, type Json } from './paths';

export function useLabel() {
  const { t } = useTranslation();
  return (path: string) => t(`label.${placeOf(path)}`);
}

function Label({ path, label, changed }: { path: string; label?: string; changed: boolean }) {
  const { t } = useTranslation();
  const name = useLabel();
  return <>{label ?? name(path)}{changed && <Text span c="leaf" fw={700} title={t('settings.changed')} aria-label={t('settings.changed')}> •</Text>}</>;
}

export function TextField({ path, label, ...more }: { path: string; label?: string; placeholder?: string; description?: ReactNode; required?: boolean }) {
  const field = useField<string | undefined>(path);
  return (
    <TextInput label={<Label path={path} label={label} changed={field.changed} />} value={field.value ?? ''} error={field.error} disabled={field.disabled}
      onChange={(event) => field.set(event.currentTarget.value)} {...more} />
  );
}

export function CheckField({ path, label, description }: { path: string; label?: string; description?: ReactNode }) {
  const field = useField<boolean | undefined>(path);
  return (
    <Checkbox label={<Label path={path} label={label} changed={field.changed} />} description={description} checked={field.value === true} error={field.error}
      disabled={field.disabled} onChange={(event) => field.set(event.currentTarget.checked)} />
  );
}

/** A choice between a few words of ours. */
export function WordField({ path, words, label, description }: { path: string; words: readonly string[]; label?: string; description?: ReactNode }) {
  const { t } = useTranslation();
  const field = useField<string | undefined>(path);
  const place = path.slice(path.lastIndexOf('.') + 1);
  return (
    <Select label={<Label path={path} label={label} changed={field.changed} />} data={words.map((word) => ({ value: word, label: t(`option.${place}.${word}`) }))}
      value={field.value ?? null} allowDeselect={false} error={field.error} disabled={field.disabled} description={description} withAsterisk
      onChange={(word) => word && field.set(word)} />
  );
}

type Kept = 'text' | 'number';

/** A choice from a list of Planfix or UIS. */
export function ChoiceField({ path, list, object, kept = 'text', only, label, required, clearable, description, value: by }: {
  path: string; list: ListName; object?: number; kept?: Kept; only?: (choice: Choice) => boolean; label?: string;
  required?: boolean; clearable?: boolean; description?: ReactNode; value?: (choice: Choice) => string;
}) {
  const field = useField<string | number | null | undefined>(path);
  const choices = useChoices(list, object);
  const value = field.value === null || field.value === undefined ? null : String(field.value);
  const keep = (next: string | null): Json => (next === null ? null : kept === 'number' ? Number(next) : next);
  return (
    <ChoiceSelect label={<Label path={path} label={label} changed={field.changed} />} value={value} choices={choices} only={only} by={by}
      error={field.error} disabled={field.disabled} withAsterisk={required} clearable={clearable} description={description}
      onChange={(next) => field.set(keep(next))} />
  );
}

/** A searchable select that says when the other system does not answer, and keeps what it does not know. */
export function ChoiceSelect({ choices, only, by, error, value, onChange, ...more }: {
  choices: ReturnType<typeof useChoices>; only?: (choice: Choice) => boolean; by?: (choice: Choice) => string; value: string | null;
} & Omit<SelectProps, 'data' | 'value'>) {
  const { t } = useTranslation();
  const refresh = useRefreshOption();
  const items = choices.items.filter((one) => (only ? only(one) : true));
  const data = unique(items.map((one) => ({ value: by ? by(one) : one.value, label: one.label })));
  const known = value === null || data.some((one) => one.value === value);
  if (!known) data.push({ value, label: choices.loading ? value : t('settings.unknownValue', { value }) });
  const hints = new Map(items.map((one) => [by ? by(one) : one.value, one.hint]));
  return (
    <Select data={[...data, refresh]} value={value} searchable filter={findChoices} error={error || (choices.failure && <ListFailure choices={choices} />)}
      rightSection={choices.loading ? <Loader size={16} /> : undefined} maxDropdownHeight={320}
      renderOption={({ option }) => <ChoiceOption value={option.value} label={option.label} hint={hints.get(option.value)} />}
      onChange={(next, option) => (next === REFRESH ? choices.askAgain() : onChange?.(next, option))} {...more} />
  );
}

/** Why a list is empty, with a way to ask again. */
export function ListFailure({ choices }: { choices: ReturnType<typeof useChoices> }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (!choices.failure) return null;
  const again = () => {
    setAsking(true);
    void choices.askAgain().finally(() => setAsking(false));
  };
  const { code, message } = choices.failure;
  return (
    <span className="wrap">
      {t('settings.noList', { reason: message || t('problem.offline') })}{code && ` (${code})`}{' '}
      <Anchor component="button" type="button" size="xs" onClick={again} disabled={asking}>{asking ? t('loading') : t('again')}</Anchor>
    </span>
  );
}

export function ManyField({ path, list, description }: { path: string; list: ListName; description?: ReactNode }) {
  const refresh = useRefreshOption();
  const field = useField<string[] | undefined>(path);
  const choices = useChoices(list);
  const value = field.value ?? [];
  const data = unique([...choices.items.map((one) => ({ value: one.value, label: one.label })), ...value.map((one) => ({ value: one, label: one }))]);
  return (
    <MultiSelect label={<Label path={path} changed={field.changed} />} data={[...data, refresh]} value={value} searchable clearable hidePickedOptions description={description}
      error={field.error || (choices.failure && <ListFailure choices={choices} />)} disabled={field.disabled} filter={findChoices}
      rightSection={choices.loading ? <Loader size={16} /> : undefined} maxDropdownHeight={320}
      renderOption={({ option }) => <ChoiceOption value={option.value} label={option.label} />}
      onChange={(next) => (next.includes(REFRESH) ? void choices.askAgain() : field.set(next))} />
  );
}

/** Two things of one name are one choice: the settings hold the name. */
function unique(data: { value: string; label: string }[]) {
  return data.filter((one, at) => data.findIndex((other) => other.value === one.value) === at);
}
