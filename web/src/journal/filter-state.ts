// What is searched for stands in the address of the page, so that it can be sent to a colleague.
import { useSearchParams } from 'react-router';
import type { Schemas } from '../api/client';
import type { paths } from '../api/schema';

type Query = NonNullable<paths['/api/journal']['get']['parameters']['query']>;
export type Chosen = Omit<Query, 'before' | 'limit'>;

export const STATES: Schemas['State'][] = ['waiting', 'done', 'filtered', 'dead', 'unreadable'];
export const KINDS: Schemas['Kind'][] = ['communication', 'call', 'chat', 'lead', 'deal', 'click', 'unreadable', 'service'];
const NAMES = ['name', 'phone', 'state', 'kind', 'connection', 'task', 'from', 'till'];

/** A day begins when it begins for whoever looks. */
function beginOf(day: string | null, later = 0): string | undefined {
  const moment = new Date(`${day ?? ''}T00:00`);
  if (Number.isNaN(moment.getTime())) return undefined;
  moment.setDate(moment.getDate() + later);
  return moment.toISOString();
}

/** The filter of the address, as the server takes it; days are whole. */
export function chosenOf(search: URLSearchParams): Chosen {
  const get = (name: string) => search.get(name) ?? undefined;
  const task = Number(get('task'));
  const all: Chosen = {
    name: get('name'), phone: get('phone'), state: STATES.find((one) => one === get('state')), kind: KINDS.find((one) => one === get('kind')), connection: get('connection'),
    task: Number.isSafeInteger(task) && task > 0 ? task : undefined, from: beginOf(search.get('from')), till: beginOf(search.get('till'), 1),
  };
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined));
}

export function useFilter() {
  const [search, setSearch] = useSearchParams();
  const get = (name: string) => search.get(name) ?? '';
  const change = (changes: Record<string, string | null>) => setSearch((now) => {
    const changed = new URLSearchParams(now);
    for (const [name, next] of Object.entries(changes)) {
      if (next) changed.set(name, next);
      else changed.delete(name);
    }
    return changed;
  }, { replace: true });
  return { get, change, chosen: chosenOf(search), count: NAMES.filter((name) => search.has(name)).length, reset: () => setSearch({}) };
}
