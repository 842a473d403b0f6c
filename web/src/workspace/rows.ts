// What a thread shows, row by row: lines, and what is still on its way; the first of a day bears its date.
import type { Outgoing } from './outbox';
import type { Line } from './types';

export type Row = { key: string; day?: string } & ({ kind: 'line'; line: Line } | { kind: 'outgoing'; item: Outgoing });

/**
 * The server's order, then what it has not shown yet in ours. A line and its message on the way have one key.
 * Where older lines are still to be read it is not known what a day begins with.
 */
export function buildRows(lines: Line[], outgoing: Outgoing[], employee: number, older: boolean): Row[] {
  const rows: Row[] = [];
  let day = older && lines[0] ? new Date(lines[0].at).toDateString() : '';
  const dayOf = (at: string): string | undefined => {
    const next = new Date(at).toDateString();
    if (next === day) return undefined;
    day = next;
    return at;
  };
  const shown = new Set<string>();
  for (const line of lines) {
    shown.add(line.name);
    rows.push({ kind: 'line', key: line.name, day: dayOf(line.at), line });
  }
  for (const item of outgoing) {
    const key = item.line ?? `reply/${employee}/${item.client_id}`;
    if (!shown.has(key)) rows.push({ kind: 'outgoing', key, day: dayOf(new Date(item.at).toISOString()), item });
  }
  return rows;
}
