// What a thread shows, row by row: days, lines, and what is still on its way.
import type { Outgoing } from './outbox';
import type { Line } from './types';

export type Row =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'line'; key: string; line: Line }
  | { kind: 'outgoing'; key: string; item: Outgoing };

/** The server's order, then what it has not shown yet in ours. A line and its message on the way have one key. */
export function buildRows(lines: Line[], outgoing: Outgoing[], employee: number): Row[] {
  const rows: Row[] = [];
  let day = '';
  const begin = (at: string, first: string) => {
    const next = new Date(at).toDateString();
    if (next !== day) rows.push({ kind: 'day', key: `day/${first}`, at });
    day = next;
  };
  const shown = new Set<string>();
  for (const line of lines) {
    begin(line.at, line.name);
    shown.add(line.name);
    rows.push({ kind: 'line', key: line.name, line });
  }
  for (const item of outgoing) {
    const key = item.line ?? `reply/${employee}/${item.client_id}`;
    if (shown.has(key)) continue;
    begin(new Date(item.at).toISOString(), key);
    rows.push({ kind: 'outgoing', key, item });
  }
  return rows;
}
