import { useEffect, useState } from 'react';

/** Gives the focus back to whoever had it before, when a dialog that is taken away as a whole has gone. */
export function useReturnFocus() {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => {
    if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus({ preventScroll: true }));
  }, [before]);
}
