// A short word at the edge of the screen, read out by screen readers.
import { Notification, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import classes from './toast.module.css';

interface Toast { id: number; text: string; bad: boolean }

const Say = createContext<(text: string, bad?: boolean) => void>(() => {});

const STAYS_MS = 5000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const last = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const say = useCallback((text: string, bad = false) => {
    const id = ++last.current;
    setToasts((all) => [...all.slice(-2), { id, text, bad }]);
    window.setTimeout(() => drop(id), STAYS_MS);
  }, [drop]);
  return (
    <Say.Provider value={say}>
      {children}
      <Stack className={classes.shelf} gap="xs" role="status" aria-live="polite">
        {toasts.map((one) => (
          <Notification key={one.id} color={one.bad ? 'red' : 'leaf'} withBorder onClose={() => drop(one.id)}
            closeButtonProps={{ 'aria-label': '×' }}
            icon={one.bad ? <IconAlertTriangle size={18} /> : <IconCheck size={18} />}>
            {one.text}
          </Notification>
        ))}
      </Stack>
    </Say.Provider>
  );
}

export function useToast() {
  return useContext(Say);
}
