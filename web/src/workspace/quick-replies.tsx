// Ready answers: found by a word, put into the message with their variables filled in.
import { ActionIcon, Button, Popover, ScrollArea, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBolt, IconPencil, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { Broken, Loading } from '../ui/states';
import { QuickRepliesEditor } from './quick-replies-editor';
import type { WorkCard } from './types';
import { useWork } from './work';
import classes from './workspace.module.css';

interface Props { card: WorkCard; opened: boolean; setOpened: (opened: boolean) => void; insert: (words: string) => void }

export function QuickReplies({ card, opened, setOpened, insert }: Props) {
  const { t } = useTranslation();
  const [editing, edit] = useDisclosure(false);
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="top-start" width={340} trapFocus shadow="md" withinPortal>
        <Popover.Target>
          <Tooltip label={t('work.quick.hint')}>
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('work.quick.title')} onClick={() => setOpened(!opened)}><IconBolt size={20} /></ActionIcon>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown p="xs" aria-label={t('work.quick.title')}>
          {opened && <Choice card={card} insert={insert} edit={() => { setOpened(false); edit.open(); }} />}
        </Popover.Dropdown>
      </Popover>
      {editing && <QuickRepliesEditor close={edit.close} />}
    </>
  );
}

function Choice({ card, insert, edit }: { card: WorkCard; insert: (words: string) => void; edit: () => void }) {
  const { t } = useTranslation();
  const { connection } = useWork();
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const replies = useQuery({
    queryKey: ['work', connection, 'quick', card.id],
    queryFn: () => value(api.GET('/api/workspace/{connection}/quick-replies', { params: { path: { connection }, query: { card: card.id } } })),
  });
  const word = wanted.trim().toLowerCase();
  const found = (replies.data?.items ?? []).filter((one) => `${one.title} ${one.text}`.toLowerCase().includes(word));
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && found[at]) insert(found[at].filled ?? found[at].text);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput size="xs" data-autofocus leftSection={<IconSearch size={14} />} placeholder={t('work.quick.search')} aria-label={t('work.quick.search')} value={wanted}
        onChange={(event) => { setWanted(event.currentTarget.value); setAt(0); }} onKeyDown={keys} />
      {replies.isPending && <Loading rows={2} />}
      {replies.isError && <Broken error={replies.error} retry={() => void replies.refetch()} />}
      <ScrollArea.Autosize mah={260} mt="xs">
        {found.map((one, index) => (
          <UnstyledButton key={one.id} className={classes.ready} data-at={index === at || undefined} onClick={() => insert(one.filled ?? one.text)}>
            <Text size="sm" fw={600} truncate>{one.title}</Text>
            <Text size="xs" c="dimmed" lineClamp={2}>{one.filled ?? one.text}</Text>
          </UnstyledButton>
        ))}
        {replies.data && found.length === 0 && <Text size="sm" c="dimmed" p="xs">{t(word ? 'work.notFound' : 'work.quick.none')}</Text>}
      </ScrollArea.Autosize>
      <Button size="compact-xs" variant="subtle" mt={6} leftSection={<IconPencil size={14} />} onClick={edit}>{t('work.quick.edit')}</Button>
    </>
  );
}
