// News of the journal as they happen. The browser comes back by itself after a break and says what it has seen.
import { useEffect, useRef } from 'react';
import type { Schemas } from '../api/client';

/** Calls back with every communication something happens to, on whichever node. */
export function useLive(told: (one: Schemas['Communication']) => void) {
  const latest = useRef(told);
  latest.current = told;
  useEffect(() => {
    const feed = new EventSource('/api/journal/live');
    feed.addEventListener('communication', (event: MessageEvent<string>) => {
      latest.current(JSON.parse(event.data) as Schemas['Communication']);
    });
    return () => feed.close();
  }, []);
}
