import { useEffect, useState } from 'react';

const SHOWN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** An address under which a picture of this computer can be shown, and what to call when it can't. */
export function usePreview(file: File | undefined): [string | undefined, () => void] {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file || !SHOWN.includes(file.type)) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
      setAddress(undefined);
    };
  }, [file]);
  return [address, () => setAddress(undefined)];
}
