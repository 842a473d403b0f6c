import { Button, Collapse, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { KINDS, STATES, type useFilter } from './filter-state';

type Filter = ReturnType<typeof useFilter>;

const TYPING_MS = 350;
// what is always in sight is searched for most
const HIDDEN = ['state', 'kind', 'connection', 'task', 'from', 'till'];

export function JournalFilter({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const hidden = HIDDEN.filter((name) => filter.get(name)).length;
  const [opened, more] = useDisclosure(hidden > 0);
  return (
    <div>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" style={{ flex: 1 }}>
          <Typed filter={filter} name="name" label={t('journal.name')} />
          <Typed filter={filter} name="phone" label={t('journal.phone')} inputMode="tel" digits />
        </SimpleGrid>
        <Button variant="default" px="sm" aria-expanded={opened} onClick={more.toggle} leftSection={<IconAdjustmentsHorizontal size={18} />}>
          {hidden > 0 ? t('journal.filterN', { count: hidden }) : t('journal.filter')}
        </Button>
      </Group>
      <Collapse expanded={opened}><More filter={filter} /></Collapse>
    </div>
  );
}

function More({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const connections = useQuery({ queryKey: ['connections'], queryFn: () => value(api.GET('/api/connections')) });
  const select = (name: string, label: string, data: { value: string; label: string }[]) => (
    <Select label={label} placeholder={t('journal.all')} clearable data={data} value={filter.get(name) || null} onChange={(next) => filter.change({ [name]: next })} comboboxProps={{ width: 'max-content', position: 'bottom-start' }} />
  );
  return (
    <SimpleGrid cols={{ base: 2, md: 6 }} spacing="xs" mt="xs">
      <Day filter={filter} name="from" label={t('journal.from')} />
      <Day filter={filter} name="till" label={t('journal.till')} />
      {select('state', t('journal.state'), STATES.map((one) => ({ value: one, label: t(`journal.states.${one}`) })))}
      {select('kind', t('journal.kind'), KINDS.map((one) => ({ value: one, label: t(`journal.kinds.${one}`) })))}
      {select('connection', t('journal.connection'), (connections.data?.items ?? []).map((one) => ({ value: one.name, label: one.title })))}
      <Typed filter={filter} name="task" label={t('journal.task')} inputMode="numeric" digits />
    </SimpleGrid>
  );
}

function Day({ filter, name, label }: { filter: Filter; name: 'from' | 'till'; label: string }) {
  return <TextInput type="date" label={label} value={filter.get(name)} onChange={(event) => filter.change({ [name]: event.currentTarget.value })} />;
}

/** A field that searches when typing has stopped. */
function Typed({ filter, name, label, digits, inputMode }: { filter: Filter; name: string; label: string; digits?: boolean; inputMode?: 'tel' | 'numeric' }) {
  const searched = filter.get(name);
  const [typed, setTyped] = useState(searched);
  const later = useDebouncedCallback((next: string) => filter.change({ [name]: digits ? next.replace(/\D/g, '') : next.trim() }), TYPING_MS);
  useEffect(() => {
    // emptied from elsewhere
    if (!searched) setTyped('');
  }, [searched]);
  return (
    <TextInput label={label} inputMode={inputMode} value={typed} leftSection={name === 'name' ? <IconSearch size={16} /> : undefined} onChange={(event) => {
      setTyped(event.currentTarget.value);
      later(event.currentTarget.value);
    }} />
  );
}
