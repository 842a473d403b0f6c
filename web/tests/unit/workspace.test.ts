import { describe, expect, it } from 'vitest';
import { inView, isForMe } from '../../src/workspace/board';
import type { Outgoing } from '../../src/workspace/outbox';
import { buildRows } from '../../src/workspace/rows';
import { eventReader } from '../../src/workspace/sse';
import { asTaken, remember } from '../../src/workspace/taking';
import { isShut } from '../../src/workspace/whatsapp-window';
import { changedLines, firstLines, olderLines } from '../../src/workspace/thread-lines';
import type { Line, WorkCard } from '../../src/workspace/types';

const line = (seq: number, revision = seq, name = `message/${seq}`): Line => ({ seq, revision, name, at: `2026-05-05T10:00:${String(seq % 60).padStart(2, '0')}Z` });
const seqs = (lines: Line[]) => lines.map((one) => one.seq);

describe('a stream of events', () => {
  it('is read whatever pieces it comes in', () => {
    const text = ': keep-alive\n\nevent: card\nid: 7\ndata: {"a":\ndata: 1}\n\nevent: card\ndata: 2\n\n';
    for (const size of [1, 3, 10, text.length]) {
      const read = eventReader();
      const told = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => read(text.slice(at * size, (at + 1) * size))).flat();
      expect(told).toEqual([{ event: 'card', id: '7', data: '{"a":\n1}' }, { event: 'card', data: '2' }]);
    }
  });
});

describe('a thread', () => {
  it('keeps the order of the server, whatever is read first', () => {
    let thread = firstLines([line(5), line(6)], true);
    thread = changedLines(thread, [line(7)]);
    thread = olderLines(thread, [line(3), line(4)], true);
    expect(seqs(thread.lines)).toEqual([3, 4, 5, 6, 7]);
    expect(thread.revision).toBe(7);
  });

  it('takes what changed, and leaves what changed further up to be read there', () => {
    const thread = changedLines(firstLines([line(5), line(6)], true), [line(6, 9), line(2, 10)]);
    expect(seqs(thread.lines)).toEqual([5, 6]);
    expect(thread.lines[1]?.revision).toBe(9);
    expect(thread.revision).toBe(10);
  });

  it('told twice is the same', () => {
    const once = changedLines(firstLines([line(1)], false), [line(2)]);
    expect(changedLines(once, [line(2), line(1)])).toEqual(once);
  });

  it('does not go back to what was before', () => {
    const thread = changedLines(firstLines([line(1, 8)], false), [line(1, 3)]);
    expect(thread.lines[0]?.revision).toBe(8);
  });
});

describe('the rows of a thread', () => {
  const item: Outgoing = { client_id: 'x', card: 1, at: Date.parse('2026-05-05T10:01:00Z'), text: 'Да' };
  const keys = (lines: Line[], outgoing: Outgoing[]) => buildRows(lines, outgoing, 4501, false).map((row) => row.key);

  it('show a message once: on its way, then as the server has it, in the same row', () => {
    expect(keys([line(1)], [item])).toEqual(['message/1', 'reply/4501/x']);
    expect(keys([line(1), line(2, 2, 'reply/4501/x')], [{ ...item, line: 'reply/4501/x' }])).toEqual(['message/1', 'reply/4501/x']);
  });

  it('begin each day with its date', () => {
    const next = { ...line(2), at: '2026-05-07T10:00:00Z' };
    const dated = (older: boolean) => buildRows([line(1), line(3), next], [], 1, older).map((row) => row.day !== undefined);
    expect([dated(false), dated(true)]).toEqual([[true, false, true], [false, false, true]]);
  });
});

const card = (id: number, more: Partial<WorkCard> = {}): WorkCard => ({
  id, key: `chat/${id}`, kind: 'chat', place: 'held', mine: false, last_at: `2026-05-05T10:00:0${id}Z`, unread: 0, revision: 1, client: '', began_at: '2026-05-05T09:00:00Z', lost: false, ...more,
});

describe('the board', () => {
  const cards = Object.fromEntries([
    card(1, { place: 'queue', waiting_since: '2026-05-05T09:59:00Z' }), card(2, { place: 'queue', waiting_since: '2026-05-05T09:58:00Z' }), card(3, { mine: true }), card(4, { mine: true }),
  ].map((one) => [one.id, one]));

  it('has who waits longest first in the queue, and what was spoken in last first elsewhere', () => {
    const ids = (view: 'queue' | 'mine' | 'all') => inView(cards, view).map((one) => one.id);
    expect([ids('queue'), ids('mine'), ids('all')]).toEqual([[2, 1], [4, 3], [4, 3, 2, 1]]);
  });

  it('rings for the queue, for what is given to me and for what I am told, and for nothing else', () => {
    const queue = card(1, { place: 'queue' });
    const mine = card(1, { mine: true });
    const told = { ...mine, unread: 1, last: { author: 'visitor' as const, text: '', file: false } };
    const said = { ...queue, last: told.last };
    expect([isForMe(said, undefined), isForMe(said, queue), isForMe(mine, card(1)), isForMe(told, mine)]).toEqual([true, true, true, true]);
    expect([isForMe(queue, undefined), isForMe(said, said), isForMe(mine, queue), isForMe(card(1), queue), isForMe(told, told)]).toEqual([false, false, false, false, false]);
  });
});

describe('what was just taken', () => {
  const queue = { id: 7, place: 'queue', mine: false };
  it('is held until the server has told so, and not a moment longer', () => {
    remember('a', { ...queue, holder_name: 'Анна' });
    expect([asTaken('a', queue).place, asTaken('a', queue).mine, asTaken('b', queue).place]).toEqual(['held', true, 'queue']);
    asTaken('a', { ...queue, place: 'held', mine: true });
    expect(asTaken('a', queue)).toEqual(queue);
  });
});

describe('the window of WhatsApp', () => {
  const now = Date.parse('2026-05-05T10:00:00Z');
  it('is shut when it has ended, whatever was told of it', () => {
    const until = (at: string | null, open: boolean) => isShut({ until: at, open }, now);
    expect([isShut(null, now), until('2026-05-05T10:00:01Z', true), until('2026-05-05T10:00:00Z', true), until(null, false)]).toEqual([false, false, true, true]);
  });
});
