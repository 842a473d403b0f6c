import { Loader, MultiSelect, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ValueEditorProps } from 'react-querybuilder';
import { ChoiceOption, REFRESH, findChoices, useRefreshOption } from '../choice-option';
import { useChoices, type ListName } from '../choices';
import { ListFailure } from '../fields';

/** Where the values of a parameter come from. Sources, forms and channels have no list. */
const LISTS: Record<string, ListName | undefined> = {
  virtual_number: 'virtual_numbers', scenario: 'scenarios', site: 'sites', campaign: 'campaigns', employee: 'uis_employees', tag: 'tags',
};

export function ValuesEditor({ field, value, handleOnChange, disabled }: ValueEditorProps) {
  const { t } = useTranslation();
  const list = LISTS[field];
  const choices = useChoices(list);
  const refresh = useRefreshOption();
  const values = Array.isArray(value) ? (value as string[]) : [];
  const common = {
    value: values, onChange: (next: string[]) => handleOnChange(next), disabled, className: 'rule-value',
    'aria-label': t('condition.values'), error: list && choices.failure ? <ListFailure choices={choices} /> : undefined,
  };
  // without a list, or while it can't be had, values are typed
  if (!list || choices.failure) return <TagsInput {...common} placeholder={values.length ? undefined : t('condition.type')} />;
  // employees are named as people name them
  const named = choices.items.map((one) => ({ value: list === 'uis_employees' ? one.label : one.value, label: one.label, hint: one.hint }));
  const data = [...named, ...values.map((one) => ({ value: one, label: one, hint: undefined }))]
    .filter((one, at, all) => all.findIndex((other) => other.value === one.value) === at);
  return (
    <MultiSelect {...common} data={[...data, refresh]} searchable hidePickedOptions filter={findChoices} rightSection={choices.loading ? <Loader size={16} /> : undefined}
      placeholder={values.length ? undefined : t('condition.choose')} onChange={(next) => (next.includes(REFRESH) ? void choices.askAgain() : handleOnChange(next))}
      renderOption={({ option }) => <ChoiceOption value={option.value} label={option.label} hint={named.find((one) => one.value === option.value)?.hint} />} />
  );
}
