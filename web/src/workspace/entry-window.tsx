// A window of ours that a framed workspace opens: here the cookie counts. It hands a key to the frame and closes.
import { Alert, Center, Loader, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { Gate } from '../shell/gate';
import { Broken } from '../ui/states';
import type { EntryMessage } from './embed';

export function EntryWindow() {
  return <Gate><Handing /></Gate>;
}

function Handing() {
  const { t } = useTranslation();
  const entry = useQuery({ queryKey: ['entry'], queryFn: () => value(api.POST('/api/workspace/entry')), gcTime: 0, staleTime: 0, retry: false });
  const key = entry.data?.key;
  const opener = window.opener as Window | null;
  useEffect(() => {
    if (!key || !opener) return;
    const message: EntryMessage = { svyazka: 'entry', key };
    // nobody but a page of ours hears it
    opener.postMessage(message, window.location.origin);
    window.close();
  }, [key, opener]);
  return (
    <Center h="100dvh" p="md">
      <Stack>
        {!opener && <Alert color="blue">{t('work.embed.alone')}</Alert>}
        {entry.isError && <Broken error={entry.error} retry={() => void entry.refetch()} />}
        {opener && entry.isPending && <Loader aria-label={t('loading')} />}
      </Stack>
    </Center>
  );
}
