// A file that is being handed over, to be sent with the next message.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReason } from '../ui/states';
import { bytes } from './bytes';
import type { UploadedFile } from './types';
import { LARGEST_FILE, upload } from './upload';
import { useWork } from './work';

export interface Attaching {
  /** Under way, or failed. */
  file?: File;
  /** 0 to 1. */
  progress: number;
  error?: string;
  busy: boolean;
  /** What was chosen in this window, to be shown before it is sent. */
  local?: File;
  /** Handed over. */
  done?: UploadedFile;
  attach: (file: File) => void;
  again: () => void;
  drop: () => void;
}

export function useAttaching(card: number, done: UploadedFile | undefined, keep: (file: UploadedFile | undefined) => void): Attaching {
  const { connection } = useWork();
  const { t } = useTranslation();
  const reason = useReason();
  const [file, setFile] = useState<File>();
  const [local, setLocal] = useState<File>();
  const [progress, setProgress] = useState(0);
  const [error, setError] = useState<string>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const attach = (next: File) => {
    stop.current?.abort();
    keep(undefined);
    setFile(next);
    setLocal(next);
    setProgress(0);
    if (next.size > LARGEST_FILE) return setError(t('work.file.tooLarge', { size: bytes(next.size), largest: bytes(LARGEST_FILE) }));
    if (next.size === 0) return setError(t('work.file.empty'));
    setError(undefined);
    const stopping = new AbortController();
    stop.current = stopping;
    upload(connection, card, next, setProgress, stopping.signal).then((uploaded) => {
      setFile(undefined);
      keep(uploaded);
    }, (failure: unknown) => setError(reason(failure)));
  };
  const drop = () => {
    stop.current?.abort();
    setFile(undefined);
    setLocal(undefined);
    setError(undefined);
    keep(undefined);
  };
  return { file, local, progress, error, busy: file !== undefined, done, attach, again: () => file && attach(file), drop };
}
