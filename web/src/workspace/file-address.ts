// From where a file is shown. A page in a frame shows its session in a header, which no picture can: it fetches
// the file itself.
import { useCallback, useEffect, useState } from 'react';
import { credentials, isFramed } from '../api/client';

async function fetched(address: string): Promise<string> {
  const answer = await fetch(address, { headers: credentials() });
  if (!answer.ok) throw new Error(String(answer.status));
  return URL.createObjectURL(await answer.blob());
}

export function useFile(address: string, shown = true) {
  const [source, setSource] = useState(isFramed() || !shown ? undefined : address);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!shown || !isFramed()) return;
    let made: string | undefined;
    let left = false;
    fetched(address).then((url) => {
      made = url;
      if (left) URL.revokeObjectURL(url);
      else setSource(url);
    }, () => setFailed(true));
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [address, shown]);
  const save = useCallback(async (name: string) => {
    const url = isFramed() ? await fetched(address) : address;
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    if (url !== address) window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }, [address]);
  return { source, failed, fail: () => setFailed(true), save };
}
