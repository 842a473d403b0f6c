// The board's news as they happen; after a break the server is told what was heard last.
import { useEffect, useRef, useState } from 'react';
import { credentials } from '../api/client';
import { eventReader } from './sse';
import type { WorkCard } from './types';

/** The server says something at least every 15 seconds. */
const SILENCE_MS = 40_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

export type Link = 'connecting' | 'live' | 'broken';

interface Told {
  /** Something happened to a card. */
  card: (card: WorkCard) => void;
  /** The connection stands (again): what was missed is to be read. */
  joined: () => void;
}

export function useLive(connection: string, told: Told): Link {
  const [link, setLink] = useState<Link>('connecting');
  const latest = useRef(told);
  latest.current = told;
  useEffect(() => {
    const stop = new AbortController();
    void listen(connection, stop.signal, setLink, {
      card: (card) => latest.current.card(card),
      joined: () => latest.current.joined(),
    });
    return () => stop.abort();
  }, [connection]);
  return link;
}

async function listen(connection: string, stop: AbortSignal, setLink: (link: Link) => void, told: Told) {
  let last: string | undefined;
  let pause = FIRST_PAUSE_MS;
  while (!stop.aborted) {
    try {
      await hear(connection, last, stop, (id) => { last = id ?? last; }, {
        card: told.card,
        joined: () => {
          pause = FIRST_PAUSE_MS;
          setLink('live');
          told.joined();
        },
      });
    } catch {
      if (stop.aborted) return;
      setLink('broken');
    }
    await rest(pause, stop);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** Listens until the stream ends or breaks. */
async function hear(connection: string, last: string | undefined, stop: AbortSignal, seen: (id?: string) => void, told: Told) {
  const silence = new AbortController();
  let alarm = window.setTimeout(() => silence.abort(), SILENCE_MS);
  const lost = () => silence.abort();
  window.addEventListener('offline', lost);
  try {
    const answer = await fetch(`/api/workspace/${encodeURIComponent(connection)}/live`, {
      headers: { ...credentials(), Accept: 'text/event-stream', ...(last ? { 'Last-Event-ID': last } : {}) },
      signal: AbortSignal.any([stop, silence.signal]),
    });
    if (!answer.ok || !answer.body) throw new Error(String(answer.status));
    told.joined();
    const pieces = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    const read = eventReader();
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) return;
      window.clearTimeout(alarm);
      alarm = window.setTimeout(() => silence.abort(), SILENCE_MS);
      for (const event of read(value)) {
        seen(event.id);
        if (event.event === 'card') told.card(JSON.parse(event.data) as WorkCard);
      }
    }
  } finally {
    window.clearTimeout(alarm);
    window.removeEventListener('offline', lost);
  }
}

/** A pause that ends early when the network is back. */
function rest(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      window.clearTimeout(timer);
      window.removeEventListener('online', done);
      stop.removeEventListener('abort', done);
      resolve();
    };
    const timer = window.setTimeout(done, milliseconds);
    window.addEventListener('online', done);
    stop.addEventListener('abort', done);
  });
}
