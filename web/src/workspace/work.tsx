// Who works, and for which connection: what every piece of the workspace needs to know.
import { createContext, useContext, type ReactNode } from 'react';
import type { Me } from './types';

export interface Work {
  connection: string;
  /** The person's number among the accounts: what is kept in the browser is his. */
  person: number;
  me: Me;
}

const Context = createContext<Work | null>(null);

export function WorkProvider({ work, children }: { work: Work; children: ReactNode }) {
  return <Context.Provider value={work}>{children}</Context.Provider>;
}

export function useWork(): Work {
  const work = useContext(Context);
  if (!work) throw new Error('outside the workspace');
  return work;
}
