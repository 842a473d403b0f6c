import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Opens another card in place of this one. */
export function useNavigateToCard() {
  const [, setSearch] = useSearchParams();
  return useCallback((id: number) => setSearch((now) => {
    const next = new URLSearchParams(now);
    next.set('card', String(id));
    next.delete('pane');
    return next;
  }), [setSearch]);
}
