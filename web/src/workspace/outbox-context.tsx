// The outbox of whoever works, for every piece of the page.
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { Outbox, type Outgoing } from './outbox';
import { useWork } from './work';

const Context = createContext<Outbox | null>(null);

export function OutboxProvider({ children }: { children: ReactNode }) {
  const { person, connection } = useWork();
  const outbox = useMemo(() => new Outbox(person, connection), [person, connection]);
  useEffect(() => outbox.start(), [outbox]);
  return <Context.Provider value={outbox}>{children}</Context.Provider>;
}

export function useOutbox(): Outbox {
  const outbox = useContext(Context);
  if (!outbox) throw new Error('outside the workspace');
  return outbox;
}

export function useOutgoing(card: number): Outgoing[] {
  const outbox = useOutbox();
  const all = useSyncExternalStore(outbox.subscribe, outbox.all);
  return useMemo(() => all.filter((item) => item.card === card), [all, card]);
}
