import { Center, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { SignIn } from '../pages/sign-in';
import { Broken } from '../ui/states';

/** Shows the cabinet to whoever is signed in, and the sign-in to everybody else. */
export function Gate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const session = useSession();
  if (session.isPending) return <Center h="100dvh"><Loader aria-label={t('loading')} /></Center>;
  if (session.isError) {
    return <Center h="100dvh" p="md"><Broken error={session.error} retry={() => void session.refetch()} /></Center>;
  }
  return session.data ? children : <SignIn />;
}
