// Lists of Planfix and UIS for selects.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, value, type Schemas } from '../api/client';
import { useEditing } from './context';

export type ListName =
  | 'planfix_users' | 'task_objects' | 'statuses' | 'contact_templates' | 'contact_fields' | 'task_fields'
  | 'uis_employees' | 'virtual_numbers' | 'sites' | 'campaigns' | 'scenarios' | 'tags';

export type Choice = Schemas['Choice'];

function ask(name: string, list: ListName, object: number | undefined, fresh: boolean) {
  return value(api.GET('/api/connections/{name}/choices/{list}', { params: { path: { name, list }, query: { object, fresh } } }));
}

export function useChoices(list: ListName | undefined, object?: number) {
  const { name } = useEditing();
  const queries = useQueryClient();
  const key = ['choices', name, list, object];
  const needed = list !== undefined && (list !== 'statuses' || object !== undefined);
  const query = useQuery({
    queryKey: key,
    queryFn: () => ask(name, list!, object, false),
    enabled: needed,
    staleTime: 5 * 60_000,
  });
  const refresh = useMutation({
    mutationFn: async () => list && ask(name, list, object, true),
    onSuccess: (now) => queries.setQueryData(key, now),
  });
  return {
    items: query.data?.items ?? [],
    failure: query.data?.failure ?? (query.isError || refresh.isError ? { code: '', message: '' } : undefined),
    loading: query.isFetching || refresh.isPending,
    /** Has the list read anew from over there; a failure shows as one of the list. */
    askAgain: async () => {
      await refresh.mutateAsync().catch(() => undefined);
    },
  };
}

export function useVariables() {
  return useQuery({ queryKey: ['variables'], queryFn: () => value(api.GET('/api/variables')), staleTime: Infinity });
}
