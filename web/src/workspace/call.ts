import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import { useWork } from './work';

/** Calls a client; the operator's own phone rings first. */
export function useCall() {
  const { connection } = useWork();
  const { t } = useTranslation();
  const toast = useToast();
  const reason = useReason();
  return useMutation({
    mutationFn: (phone: string) => value(api.POST('/api/workspace/{connection}/calls', { params: { path: { connection } }, body: { phone } })),
    onSuccess: () => toast(t('work.call.rings')),
    onError: (error) => toast(reason(error), true),
  });
}
