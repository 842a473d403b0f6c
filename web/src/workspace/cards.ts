// The board: every chat and lead that is not over, kept up to date by the news.
import { useInfiniteQuery, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, value } from '../api/client';
import type { Cards } from './board';
import { asTaken, remember } from './taking';
import type { WorkCard } from './types';
import { useWork } from './work';

const PAGE = 500;

export const cardsKey = (connection: string) => ['work', connection, 'cards'] as const;
export const cardKey = (connection: string, id: number) => ['work', connection, 'card', id] as const;

async function readBoard(connection: string): Promise<Cards> {
  const cards: Cards = {};
  let after: string | undefined;
  do {
    const query = { view: 'all' as const, after, limit: PAGE };
    const page = await value(api.GET('/api/workspace/{connection}/cards', { params: { path: { connection }, query } }));
    for (const card of page.items) cards[card.id] = asTaken(connection, card);
    after = page.next ?? undefined;
  } while (after);
  return cards;
}

export function useCards() {
  const { connection } = useWork();
  return useQuery({ queryKey: cardsKey(connection), queryFn: () => readBoard(connection), staleTime: Infinity });
}

/** One card, whether it is over or not. */
export function useCard(id: number | undefined) {
  const { connection } = useWork();
  const queries = useQueryClient();
  return useQuery({
    queryKey: cardKey(connection, id ?? 0),
    queryFn: async () => asTaken(connection, await value(api.GET('/api/workspace/{connection}/cards/{id}', { params: { path: { connection, id: id ?? 0 } } }))),
    initialData: () => queries.getQueryData<Cards>(cardsKey(connection))?.[id ?? 0],
    enabled: id !== undefined,
    staleTime: Infinity,
  });
}

/** Puts news of a card into the lists; returns what was known of it before. */
export function applyCard(queries: QueryClient, connection: string, told: WorkCard): WorkCard | undefined {
  return put(queries, connection, asTaken(connection, told));
}

/** Puts in what I have just taken. */
export function applyTaken(queries: QueryClient, connection: string, taken: WorkCard) {
  put(queries, connection, taken);
  remember(connection, taken);
}

function put(queries: QueryClient, connection: string, card: WorkCard): WorkCard | undefined {
  const all = queries.getQueryData<Cards>(cardsKey(connection));
  const known = all?.[card.id] ?? queries.getQueryData<WorkCard>(cardKey(connection, card.id));
  // what is told again after a break may be older than what is known
  if (known && known.revision > card.revision) return known;
  queries.setQueryData(cardKey(connection, card.id), card);
  queries.setQueryData<Cards>(cardsKey(connection), (now) => {
    if (!now) return now;
    const { [card.id]: _, ...others } = now;
    return card.place === 'closed' ? others : { ...others, [card.id]: card };
  });
  return known;
}

/** Puts into the lists that I have read it; what else became of it meanwhile stays. */
export function applyRead(queries: QueryClient, connection: string, id: number) {
  const known = queries.getQueryData<WorkCard>(cardKey(connection, id));
  if (known) put(queries, connection, { ...known, unread: 0 });
}

/** Everything, what is over too. */
export function useArchive(wanted: boolean) {
  const { connection } = useWork();
  return useInfiniteQuery({
    queryKey: ['work', connection, 'archive'],
    queryFn: ({ pageParam }) => value(api.GET('/api/workspace/{connection}/cards', {
      params: { path: { connection }, query: { view: 'archive', after: pageParam, limit: 100 } },
    })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: wanted,
  });
}
