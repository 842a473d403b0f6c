// What is being typed in each chat, kept by the browser: a reload loses nothing.
import { useCallback, useState } from 'react';
import { keepText, keptValue } from '../kept';
import type { UploadedFile } from './types';
import { useWork } from './work';

export interface Draft {
  text: string;
  reply_to?: string;
  file?: UploadedFile;
}

const EMPTY: Draft = { text: '' };

const draftKey = (person: number, connection: string, card: number) => `svyazka.draft/${person}/${connection}/${card}`;

export function useDraft(card: number) {
  const { person, connection } = useWork();
  const key = draftKey(person, connection, card);
  const [draft, setDraft] = useState<Draft>(() => keptValue<Draft>(key) ?? EMPTY);
  const change = useCallback((changes: Partial<Draft>) => {
    setDraft((now) => {
      const next = { ...now, ...changes };
      keepText(key, next.text || next.reply_to || next.file ? JSON.stringify(next) : null);
      return next;
    });
  }, [key]);
  const clear = useCallback(() => {
    keepText(key, null);
    setDraft(EMPTY);
  }, [key]);
  return { draft, change, clear };
}
