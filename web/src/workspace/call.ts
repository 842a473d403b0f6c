import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import { isHidden } from './phones';
import { useWork } from './work';

/**
 * Calls a client; the operator's own phone rings first. Whoever may not see the phone calls whom the card is with.
 */
export function useCall(card: number) {
  const { connection } = useWork();
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  return useMutation({
    mutationFn: (phone: string) => value(api.POST('/api/workspace/{connection}/calls', { params: { path: { connection } }, body: isHidden(phone) ? { card } : { phone } })),
    onSuccess: () => {
      toast(t('work.call.rings'));
      void queries.invalidateQueries({ queryKey: ['work', connection, 'history'] });
    },
    onError: (error) => toast(reason(error), true),
  });
}
