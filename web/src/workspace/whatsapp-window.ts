// The time in which a client of WhatsApp Business may be written to freely; it ends while one looks at it.
import { useEffect, useState } from 'react';
import type { WorkCard } from './types';

/** The longest a timer waits. */
const LONGEST_MS = 2_000_000_000;

/** Whether nothing but templates goes through now. */
export function isShut(window: WorkCard['window'], now: number): boolean {
  if (!window) return false;
  return window.until ? Date.parse(window.until) <= now : !window.open;
}

/** The same, told anew when it ends. */
export function useShut(card: WorkCard): boolean {
  const [now, setNow] = useState(() => Date.now());
  const until = card.window?.until;
  useEffect(() => {
    setNow(Date.now());
    if (!until) return;
    const look = () => setNow(Date.now());
    const timer = window.setTimeout(look, Math.min(Math.max(0, Date.parse(until) - Date.now()) + 50, LONGEST_MS));
    // a computer that slept
    window.addEventListener('focus', look);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('focus', look);
    };
  }, [until]);
  return isShut(card.window, now);
}
