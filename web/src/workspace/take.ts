import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, isError, value } from '../api/client';
import { useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import { applyCard, cardKey, cardsKey } from './cards';
import type { WorkCard } from './types';
import { useWork } from './work';

/** Takes a card from the queue; who was slower is told who has it. */
export function useTake(card: WorkCard) {
  const { connection } = useWork();
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  return useMutation({
    mutationFn: () => value(api.POST('/api/workspace/{connection}/cards/{id}/take', { params: { path: { connection, id: card.id } } })),
    onSuccess: (taken) => applyCard(queries, connection, taken),
    onError: (error) => {
      toast(isError(error, 'taken') ? error.message : reason(error), true);
      void queries.invalidateQueries({ queryKey: cardsKey(connection) });
      void queries.invalidateQueries({ queryKey: cardKey(connection, card.id) });
    },
  });
}
