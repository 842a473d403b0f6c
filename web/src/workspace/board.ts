// What is known of the board, and what it means for whoever looks at it.
import type { View, WorkCard } from './types';

/** The cards that are not over, by their numbers. */
export type Cards = Record<number, WorkCard>;

/** The cards of a view, in its order. */
export function inView(cards: Cards, view: View): WorkCard[] {
  const all = Object.values(cards);
  if (view === 'queue') return all.filter((card) => card.place === 'queue').sort((a, b) => moment(waits(a)) - moment(waits(b)) || a.id - b.id);
  const shown = view === 'mine' ? all.filter((card) => card.mine) : all;
  return shown.sort((a, b) => moment(b.last_at) - moment(a.last_at) || b.id - a.id);
}

const waits = (card: WorkCard) => card.waiting_since ?? card.last_at;
const moment = (iso: string) => Date.parse(iso);

export interface Counts { queue: number; mine: number; all: number; unread: number }

export function countsOf(cards: Cards): Counts {
  const all = Object.values(cards);
  const mine = all.filter((card) => card.mine);
  const unread = mine.reduce((sum, card) => sum + card.unread, 0);
  return { queue: all.filter((card) => card.place === 'queue').length, mine: mine.length, all: all.length, unread };
}

/** New in the queue, given to me, or said to me. */
export function isForMe(card: WorkCard, before: WorkCard | undefined): boolean {
  // a chat is known a moment before its first word
  if (card.place === 'queue') return card.last != null && (before?.place !== 'queue' || before.last == null);
  if (!card.mine) return false;
  const given = before !== undefined && !before.mine && before.place === 'held';
  return given || (card.unread > (before?.unread ?? 0) && card.last?.author === 'visitor');
}
