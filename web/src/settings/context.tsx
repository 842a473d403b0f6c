// The settings being edited, for everything on the page.
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { SettingsProblem } from '../api/client';
import { told } from '../i18n';
import { getAt, same, setAt, type Json, type JsonObject } from './paths';

export interface Editing {
  /** The connection. */
  name: string;
  /** As they are stored. */
  saved: JsonObject;
  /** As they are on the page. */
  draft: JsonObject;
  /** Which secrets are stored. */
  secrets: readonly string[];
  /** What the server found wrong at the last attempt to save. */
  problems: readonly SettingsProblem[];
  /** Whether the person may only look. */
  readOnly: boolean;
  edit: (change: (draft: JsonObject) => JsonObject) => void;
}

const Context = createContext<Editing | null>(null);

export function EditingProvider({ value, children }: { value: Editing; children: ReactNode }) {
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useEditing(): Editing {
  const editing = useContext(Context);
  if (!editing) throw new Error('used outside of the settings page');
  return editing;
}

export interface Field<T> {
  value: T;
  savedValue: Json | undefined;
  changed: boolean;
  error: string | undefined;
  disabled: boolean;
  set: (next: Json | undefined) => void;
}

/** One place of the settings. */
export function useField<T extends Json | undefined>(path: string): Field<T> {
  const { saved, draft, problems, readOnly, edit } = useEditing();
  const value = getAt(draft, path);
  const savedValue = getAt(saved, path);
  const error = useMemo(() => {
    const here = problems.filter((one) => one.path === path);
    return here.length > 0 ? here.map((one) => told(one)).join('; ') : undefined;
  }, [problems, path]);
  return {
    value: value as T,
    savedValue,
    changed: !same(value, savedValue),
    error,
    disabled: readOnly,
    set: (next) => edit((now) => setAt(now, path, next)),
  };
}

/** What is wrong at a place or inside of it. */
export function useProblemsIn(prefix: string): SettingsProblem[] {
  const { problems } = useEditing();
  return problems.filter((one) => one.path === prefix || one.path.startsWith(`${prefix}.`) || one.path.startsWith(`${prefix}[`));
}
