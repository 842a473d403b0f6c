// Who is signed in.
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ApiError, api, setPageKey, value, type Role, type Schemas } from './client';

export type Session = Schemas['SessionInfo'];

const ROLES: Role[] = ['viewer', 'operator', 'admin', 'owner'];

export const sessionKey = ['session'] as const;

async function read(): Promise<Session | null> {
  try {
    return keep(await value(api.GET('/api/session')));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

function keep(session: Session): Session {
  setPageKey(session.page_key);
  return session;
}

/** The session; `null` when nobody is signed in. */
export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: read, staleTime: 60_000 });
}

/** Whether the person's role suffices. */
export function useMay(needed: Role): boolean {
  const role = useSession().data?.person.role;
  return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** What one person was shown is not for the next. */
function forgetOthers(queries: QueryClient) {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
}

/** Takes over a session that has just begun. */
export function useTakeSession() {
  const queries = useQueryClient();
  return (session: Session) => {
    forgetOthers(queries);
    queries.setQueryData(sessionKey, keep(session));
  };
}

export function useSignOut() {
  const queries = useQueryClient();
  return async () => {
    await value(api.DELETE('/api/session'));
    forgetOthers(queries);
    queries.setQueryData(sessionKey, null);
  };
}
