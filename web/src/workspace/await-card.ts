// A chat that was begun has its card a moment later; the news bring it.
import { useQueryClient } from '@tanstack/react-query';
import type { Cards } from './board';
import { cardsKey } from './cards';
import { useWork } from './work';

const PATIENCE_MS = 8_000;

/** The number of the card with this key, once it is there; `undefined` when it takes too long. */
export function useAwaitCard() {
  const { connection } = useWork();
  const queries = useQueryClient();
  return (key: string): Promise<number | undefined> => new Promise((resolve) => {
    const look = () => Object.values(queries.getQueryData<Cards>(cardsKey(connection)) ?? {}).find((card) => card.key === key)?.id;
    const end = (id?: number) => {
      window.clearTimeout(timer);
      leave();
      resolve(id);
    };
    const timer = window.setTimeout(() => end(), PATIENCE_MS);
    const leave = queries.getQueryCache().subscribe(() => {
      const id = look();
      if (id !== undefined) end(id);
    });
    const now = look();
    if (now !== undefined) end(now);
  });
}
