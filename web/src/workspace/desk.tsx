// The operator's desk: list, conversation, client; one at a time on a phone.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { isError } from '../api/client';
import { Broken } from '../ui/states';
import { useTitle } from './alert';
import { countsOf } from './board';
import { cardsKey, useCard, useCards } from './cards';
import { Client } from './client-pane';
import { Conversation } from './conversation';
import { DeskBar } from './desk-bar';
import { LinkNote } from './link-note';
import { List } from './list';
import { useLive } from './live';
import { useNews } from './news';
import { NothingOpen } from './nothing-open';
import { useOutbox } from './outbox-context';
import type { View } from './types';
import { useWork } from './work';
import classes from './workspace.module.css';

export function Desk({ chooser }: { chooser?: ReactNode }) {
  const { t } = useTranslation();
  const { connection } = useWork();
  const queries = useQueryClient();
  const outbox = useOutbox();
  const cards = useCards();
  const counts = useMemo(() => countsOf(cards.data ?? {}), [cards.data]);
  const place = usePlace();
  const card = useCard(place.card);
  const news = useNews(place.card, place.open);
  const link = useLive(connection, {
    card: news,
    joined: () => {
      void queries.invalidateQueries({ queryKey: cardsKey(connection) });
      void queries.invalidateQueries({ queryKey: ['work', connection, 'card'] });
      outbox.push();
    },
  });
  useTitle(t('work.title'), counts.unread + counts.queue);
  const shown = card.data;
  return (
    <div className={classes.desk} data-pane={place.card === undefined ? 'list' : place.client ? 'client' : 'conversation'}>
      <DeskBar chooser={chooser} opened={place.open} />
      <LinkNote link={link} />
      <div className={classes.panes}>
        <List cards={cards} counts={counts} view={place.view} choose={place.choose} opened={place.card} open={place.open} />
        <main className={classes.conversation}>
          {card.isError && <Broken error={card.error} retry={isError(card.error, 'not_found') ? undefined : () => void card.refetch()} />}
          {shown ? <Conversation key={shown.id} card={shown} back={place.close} showClient={place.showClient} /> : !card.isError && <NothingOpen waits={counts.queue} />}
        </main>
        {shown && <Client key={shown.id} card={shown} back={place.hideClient} open={place.open} />}
      </div>
    </div>
  );
}

/** What is shown stands in the address: the browser's «back» works, and a reload shows the same. */
function usePlace() {
  const [search, setSearch] = useSearchParams();
  const change = useCallback((changes: Record<string, string | null>, replace = false) => setSearch((now) => {
    const next = new URLSearchParams(now);
    for (const [name, text] of Object.entries(changes)) {
      if (text === null) next.delete(name);
      else next.set(name, text);
    }
    return next;
  }, { replace }), [setSearch]);
  const open = useCallback((id: number) => change({ card: String(id), pane: null }), [change]);
  const number = Number(search.get('card'));
  return {
    view: (search.get('view') ?? 'queue') as View,
    card: Number.isSafeInteger(number) && number > 0 ? number : undefined,
    client: search.get('pane') === 'client',
    choose: (view: View) => change({ view }, true),
    open,
    close: () => change({ card: null, pane: null }),
    showClient: () => change({ pane: 'client' }),
    hideClient: () => change({ pane: null }, true),
  };
}
