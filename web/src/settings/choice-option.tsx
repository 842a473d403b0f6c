// What the lists of both systems have in common: a row with its hint, and the last row, which has the list read anew.
import { Group, Text, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** No id of Planfix or UIS looks like this. */
export const REFRESH = ':refresh:';

/** «Обновить список», under whatever is found. */
export function useRefreshOption(): ComboboxItem {
  const { t } = useTranslation();
  return { value: REFRESH, label: t('settings.refreshList') };
}

/** By any part of the name; the last row stays. */
export const findChoices: OptionsFilter = ({ options, search, limit }) => {
  const words = search.trim().toLowerCase();
  const items = options.filter((one): one is ComboboxItem => 'value' in one);
  const found = items.filter((one) => one.value !== REFRESH && one.label.toLowerCase().includes(words));
  return [...found.slice(0, limit), ...items.filter((one) => one.value === REFRESH)];
};

export function ChoiceOption({ value, label, hint }: { value: string; label: string; hint?: string | null }) {
  if (value === REFRESH) return <Group gap={8} c="dimmed"><IconRefresh size={16} /><Text size="sm">{label}</Text></Group>;
  return <div><Text size="sm">{label}</Text>{hint && <Text size="xs" c="dimmed">{hint}</Text>}</div>;
}
