import { useQuery } from '@tanstack/react-query';
import { api, value } from '../api/client';
import { useWork } from './work';

export function useChannels() {
  const { connection } = useWork();
  return useQuery({
    queryKey: ['work', connection, 'channels'],
    queryFn: () => value(api.GET('/api/workspace/{connection}/channels', { params: { path: { connection } } })),
    staleTime: 5 * 60_000,
  });
}
