// What the browser keeps for us. In a frame it may refuse to: then it is kept until the page is left.
const memory = new Map<string, string>();

function store(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function keptText(key: string): string | null {
  return store()?.getItem(key) ?? memory.get(key) ?? null;
}

export function keepText(key: string, text: string | null) {
  try {
    if (text === null) store()?.removeItem(key);
    else store()?.setItem(key, text);
  } catch {
    // no room: it stays in memory
  }
  if (text === null) memory.delete(key);
  else memory.set(key, text);
}

/** The keys that begin so. */
export function keptKeys(prefix: string): string[] {
  const all = new Set(memory.keys());
  const kept = store();
  for (let at = 0; kept && at < kept.length; at++) all.add(kept.key(at) ?? '');
  return [...all].filter((key) => key.startsWith(prefix));
}

/** A value kept as JSON; what can't be read is as good as nothing. */
export function keptValue<T>(key: string): T | null {
  const text = keptText(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
