// A thread: its newest page, older ones as they are scrolled to, and what changes while it is open.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { api, value } from '../api/client';
import { changedLines, firstLines, olderLines, type Thread } from './thread-lines';
import type { WorkCard } from './types';
import { useWork } from './work';

const PAGE = 100;
const FAR_PAGE = 500;

export function useThread(card: WorkCard) {
  const { connection } = useWork();
  const queries = useQueryClient();
  const { id, revision } = card;
  const key = ['work', connection, 'thread', id] as const;
  const ask = useCallback(
    (query: { before?: number; since?: number; limit: number }) =>
      value(api.GET('/api/workspace/{connection}/cards/{id}/thread', { params: { path: { connection, id }, query } })),
    [connection, id],
  );
  const thread = useQuery({
    queryKey: key,
    queryFn: async () => {
      const page = await ask({ limit: PAGE });
      return firstLines(page.items, page.more);
    },
    staleTime: Infinity,
  });
  const change = useCallback((how: (thread: Thread) => Thread) => {
    queries.setQueryData<Thread>(['work', connection, 'thread', id], (now) => now && how(now));
  }, [queries, connection, id]);

  const known = thread.data?.revision;
  const catching = useRef<Promise<void>>(undefined);
  useEffect(() => {
    if (known === undefined || revision <= known || catching.current) return;
    const catchUp = async () => {
      for (let since = known, more = true; more;) {
        const page = await ask({ since, limit: FAR_PAGE });
        change((now) => changedLines(now, page.items));
        since = Math.max(since, ...page.items.map((line) => line.revision));
        more = page.more;
      }
    };
    // whatever fails is asked again with the next news, or when the connection stands again
    catching.current = catchUp().catch(() => {}).finally(() => { catching.current = undefined; });
  }, [known, revision, ask, change]);

  const climbing = useRef(false);
  const loadOlder = useCallback(async (limit = PAGE): Promise<boolean> => {
    const now = queries.getQueryData<Thread>(['work', connection, 'thread', id]);
    if (!now?.older || climbing.current) return false;
    climbing.current = true;
    try {
      const page = await ask({ before: now.lines[0]?.seq, limit });
      change((thread) => olderLines(thread, page.items, page.more));
      return true;
    } catch {
      return false;
    } finally {
      climbing.current = false;
    }
  }, [queries, connection, id, ask, change]);

  /** Climbs until a line is there; whether it was found. */
  const find = useCallback(async (name: string): Promise<boolean> => {
    for (;;) {
      const now = queries.getQueryData<Thread>(['work', connection, 'thread', id]);
      if (now?.lines.some((line) => line.name === name)) return true;
      if (!(await loadOlder(FAR_PAGE))) return false;
    }
  }, [queries, connection, id, loadOlder]);

  return { thread, loadOlder, find };
}
