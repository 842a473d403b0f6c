// Tells an operator who looks elsewhere: a short tone, a notification of the browser, the window's title.
import { useEffect, useState } from 'react';
import { keepText, keptText } from '../kept';

const MUTED = 'svyazka.muted';
const LATE_MS = 2_000;
let audio: AudioContext | undefined;

/** Two short notes, made by the browser itself. */
export function chime() {
  if (keptText(MUTED)) return;
  try {
    const sound = (audio ??= new AudioContext());
    if (sound.state === 'running') return play(sound);
    // a browser lets a page be heard once somebody has touched it; a tone that is late tells nothing
    const asked = Date.now();
    void sound.resume().then(() => {
      if (Date.now() - asked < LATE_MS) play(sound);
    }, () => {});
  } catch {
    // a browser without sound
  }
}

function play(audio: AudioContext) {
  const start = audio.currentTime;
  for (const [note, pitch] of [880, 1318.5].entries()) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    const at = start + note * 0.12;
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.0001, at);
    loudness.gain.exponentialRampToValueAtTime(0.15, at + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.25);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.3);
  }
}

/** Shows a notification of the browser, when it may. */
export function notify(title: string, body: string, tag: string, opened: () => void) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    const shown = new Notification(title, { body, tag, icon: '/icon.svg' });
    shown.onclick = () => {
      window.focus();
      opened();
      shown.close();
    };
  } catch {
    // some phones only notify from a service worker
  }
}

export function useMuted(): [boolean, (muted: boolean) => void] {
  const [muted, setMuted] = useState(() => keptText(MUTED) !== null);
  return [muted, (next) => {
    keepText(MUTED, next ? '1' : null);
    setMuted(next);
  }];
}

/** Whether the browser's notifications can be asked for, and asking. */
export function useNotificationPermission() {
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'denied'));
  const ask = async () => setPermission(await Notification.requestPermission());
  return { permission, ask };
}

export function useTitle(title: string, count: number) {
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${title} · Связка`;
  }, [title, count]);
}
