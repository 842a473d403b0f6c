import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, isError, value } from '../api/client';
import { useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import { useSearchParams } from 'react-router';
import { applyTaken, cardKey, cardsKey } from './cards';
import type { WorkCard } from './types';
import { useWork } from './work';

/** Takes a card from the queue; who was slower is told who has it. */
export function useTake(card: WorkCard) {
  const { connection } = useWork();
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  const [, setSearch] = useSearchParams();
  return useMutation({
    mutationFn: () => value(api.POST('/api/workspace/{connection}/cards/{id}/take', { params: { path: { connection, id: card.id } } })),
    onSuccess: (taken) => {
      applyTaken(queries, connection, taken);
      // the list follows it to where it is now
      setSearch((now) => {
        const next = new URLSearchParams(now);
        if ((next.get('view') ?? 'queue') === 'queue') next.set('view', 'mine');
        return next;
      }, { replace: true });
    },
    onError: (error) => {
      toast(isError(error, 'taken') ? error.message : reason(error), true);
      void queries.invalidateQueries({ queryKey: cardsKey(connection) });
      void queries.invalidateQueries({ queryKey: cardKey(connection, card.id) });
    },
  });
}
