import { Anchor, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { IconForms, IconMessage, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { when } from '../i18n';
import { Broken } from '../ui/states';
import type { WorkCard } from './types';
import { useWork } from './work';
import classes from './workspace.module.css';

type Past = Schemas['PastTalk'];

const FRESH_MS = 30_000;

const ICONS = { chat: IconMessage, lead: IconForms, call: IconPhone } as const;

/** Chats, leads and calls of the client together. */
export function History({ card, open }: { card: WorkCard; open: (id: number) => void }) {
  const { t } = useTranslation();
  const { connection } = useWork();
  const history = useQuery({
    queryKey: ['work', connection, 'history', card.id, card.phone],
    queryFn: () => value(api.GET('/api/workspace/{connection}/cards/{id}/history', { params: { path: { connection, id: card.id } } })),
    // calls come without news of the card
    refetchInterval: FRESH_MS,
    refetchOnWindowFocus: true,
  });
  return (
    <section aria-label={t('work.history.title')}>
      <Text component="h3" size="xs" fw={650} c="dimmed" mb={6}>{t('work.history.title')}</Text>
      {history.isPending && <Skeleton h={36} />}
      {history.isError && !history.data && <Broken error={history.error} retry={() => void history.refetch()} />}
      {history.data?.items.length === 0 && <Text size="sm" c="dimmed">{t('work.history.none')}</Text>}
      <ul className={classes.history}>
        {history.data?.items.map((one) => <li key={one.id}><Talk one={one} open={open} /></li>)}
      </ul>
    </section>
  );
}

function Talk({ one, open }: { one: Past; open: (id: number) => void }) {
  const { t } = useTranslation();
  const kind = one.kind in ICONS ? (one.kind as keyof typeof ICONS) : 'chat';
  const Shown = ICONS[kind];
  const inside = (
    <>
      <Shown size={16} stroke={1.7} aria-hidden />
      <span><Text size="sm" component="span" className="wrap">{t(`journal.kinds.${kind}`)}{one.title ? ` · ${one.title}` : ''}</Text><Text size="xs" c="dimmed" component="span">{when(one.started_at)}</Text></span>
    </>
  );
  if (kind === 'call') return <Anchor href={`/journal/${one.id}`} target="_blank" underline="never" c="inherit" className={classes.past}>{inside}</Anchor>;
  return <UnstyledButton className={classes.past} onClick={() => open(one.id)}>{inside}</UnstyledButton>;
}
