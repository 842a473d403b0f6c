// Tells the server how far somebody has read who looks at the end of a thread.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, value } from '../api/client';
import { applyRead } from './cards';
import type { WorkCard } from './types';
import { useWork } from './work';

export function useReadMark(card: WorkCard, seq: number | undefined, atEnd: boolean) {
  const { connection } = useWork();
  const queries = useQueryClient();
  const looks = useLooks();
  const { id, unread } = card;
  useEffect(() => {
    if (seq === undefined || unread === 0 || !atEnd || !looks) return;
    const timer = window.setTimeout(() => {
      const read = value(api.POST('/api/workspace/{connection}/cards/{id}/read', { params: { path: { connection, id } }, body: { seq } }));
      // a mark that did not come through comes with the next line
      read.then(() => applyRead(queries, connection, id), () => {});
    }, 250);
    return () => window.clearTimeout(timer);
  }, [id, seq, unread, atEnd, looks, connection, queries]); // eslint-disable-line
}

/** Whether the window is looked at. */
function useLooks(): boolean {
  const [looks, setLooks] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const change = () => setLooks(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', change);
    return () => document.removeEventListener('visibilitychange', change);
  }, []);
  return looks;
}
