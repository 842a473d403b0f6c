// What was taken a moment ago. The server notes it in the chat's own order, and what came before that still tells of
// a chat in the queue: nobody who writes already shall lose his place by that.
const PATIENCE_MS = 10_000;

const taking = new Map<string, { holder_name?: string | null; until: number }>();

const keyOf = (connection: string, id: number) => `${connection}/${id}`;

interface Standing { id: number; place: string; mine: boolean; holder_name?: string | null }

/** Remembers that I have just taken it. */
export function remember(connection: string, { id, holder_name }: Standing) {
  taking.set(keyOf(connection, id), { holder_name, until: Date.now() + PATIENCE_MS });
}

/** The card as it will be told in a moment. */
export function asTaken<C extends Standing>(connection: string, card: C): C {
  const key = keyOf(connection, card.id);
  const mine = taking.get(key);
  if (!mine) return card;
  if (card.place !== 'queue' || Date.now() > mine.until) {
    taking.delete(key);
    return card;
  }
  return { ...card, place: 'held', mine: true, holder_name: mine.holder_name };
}
