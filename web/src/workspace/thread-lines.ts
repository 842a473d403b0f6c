// The lines of a thread that are known, and what they grow by.
import type { Line } from './types';

export interface Thread {
  /** By their places. */
  lines: Line[];
  /** Whether there are older ones. */
  older: boolean;
  /** The newest revision that is known. */
  revision: number;
}

export function firstLines(items: Line[], older: boolean): Thread {
  return merged({ lines: [], older, revision: 0 }, items);
}

export function olderLines(thread: Thread, items: Line[], older: boolean): Thread {
  return merged({ ...thread, older }, items, true);
}

/** With what is new or has changed. What changed further up than was read so far will be read there. */
export function changedLines(thread: Thread, items: Line[]): Thread {
  return merged(thread, items);
}

function merged(thread: Thread, items: Line[], upwards = false): Thread {
  const first = thread.lines[0]?.seq;
  const bySeq = new Map(thread.lines.map((line) => [line.seq, line]));
  let revision = thread.revision;
  for (const line of items) {
    revision = Math.max(revision, line.revision);
    if (!upwards && thread.older && first !== undefined && line.seq < first) continue;
    const known = bySeq.get(line.seq);
    if (!known || known.revision <= line.revision) bySeq.set(line.seq, line);
  }
  const lines = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  return { ...thread, lines, revision };
}
