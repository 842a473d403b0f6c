import { ActionIcon, Combobox, ScrollArea, Text, Tooltip, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { told } from '../i18n';
import { useVariables } from './choices';
import type { Flow } from './condition/model';

/** The searchable list of variables with examples. */
export function VariableMenu({ flow, insert, disabled }: { flow: Flow; insert: (name: string) => void; disabled: boolean }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const words = search.trim().toLowerCase();
  const variables = (useVariables().data?.items ?? []).filter((one) =>
    one[flow] && (one.name.includes(words) || told(one.title).toLowerCase().includes(words)));
  return (
    <Combobox store={combobox} width={340} position="bottom-start" withinPortal
      onOptionSubmit={(name) => {
        combobox.closeDropdown();
        insert(name);
      }}>
      <Combobox.Target withAriaAttributes={false}>
        <Tooltip label={t('template.insert')} withArrow>
          <ActionIcon variant="default" radius="xl" size="lg" disabled={disabled} aria-label={t('template.insert')} aria-haspopup="listbox" onClick={() => combobox.toggleDropdown()}>
            <IconPlus size={18} />
          </ActionIcon>
        </Tooltip>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search value={search} onChange={(event) => setSearch(event.currentTarget.value)} placeholder={t('template.search')} aria-label={t('template.search')} />
        <Combobox.Options aria-label={t('template.insert')}>
          <ScrollArea.Autosize mah={300} type="auto">
            {variables.length === 0 && <Combobox.Empty>{t('settings.nothingFound')}</Combobox.Empty>}
            {variables.map((one) => (
              <Combobox.Option key={one.name} value={one.name}>
                <Text size="sm">{told(one.title)}</Text>
                <Text size="xs" c="dimmed" className="wrap"><span className="mono">{one.name}</span> · {one.example}</Text>
              </Combobox.Option>
            ))}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
