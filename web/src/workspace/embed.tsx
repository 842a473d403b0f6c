// The workspace in a frame of Planfix. Browsers keep our cookie back there, so the frame has a session of its own,
// begun by a key that works once: from the address (`#key=…`), or from a window of ours where the cookie counts.
import { Alert, Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import { IconLogin2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isError, setFrameToken, value } from '../api/client';
import { useSession, useTakeSession } from '../api/session';
import { Broken } from '../ui/states';
import { Workspace } from './page';
import { useSearchParams } from 'react-router';
import classes from './workspace.module.css';

/** What the window of ours sends. */
export interface EntryMessage { svyazka: 'entry'; key: string }

export function EmbeddedWorkspace() {
  const [entered, setEntered] = useState(false);
  if (!entered) return <Entrance entered={() => setEntered(true)} />;
  return <Framed leave={() => { setFrameToken(''); setEntered(false); }} />;
}

function Entrance({ entered }: { entered: () => void }) {
  const { t } = useTranslation();
  const take = useTakeSession();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(() => keyInAddress() !== null);
  const enter = useCallback(async (key: string) => {
    setBusy(true);
    setError(undefined);
    try {
      const { token } = await value(api.POST('/api/workspace/entry/session', { body: { key } }));
      setFrameToken(token);
      take(await value(api.GET('/api/session')));
      entered();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  }, [take, entered]);
  useEffect(() => {
    const key = keyInAddress();
    if (!key) return;
    // works once, and is not to stay in the history
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
    void enter(key);
  }, []); // eslint-disable-line
  useEffect(() => {
    const heard = (event: MessageEvent<EntryMessage | undefined>) => {
      if (event.origin === window.location.origin && event.data?.svyazka === 'entry') void enter(event.data.key);
    };
    window.addEventListener('message', heard);
    return () => window.removeEventListener('message', heard);
  }, [enter]);
  return (
    <Center h="100dvh" p="md">
      {busy ? <Loader aria-label={t('loading')} /> : (
        <Stack align="center" maw={420} ta="center">
          <img src="/icon.svg" width={44} height={44} alt="" />
          <Title order={1} size="h2">{t('work.title')}</Title>
          <Text c="dimmed" size="sm">{t('work.embed.about')}</Text>
          {error !== undefined && (isError(error, 'dead_link') ? <Alert color="orange">{t('work.embed.dead')}</Alert> : <Broken error={error} />)}
          <Button leftSection={<IconLogin2 size={18} />} onClick={() => window.open('/workspace/entry', 'svyazka-entry', 'popup,width=480,height=640')}>{t('work.embed.enter')}</Button>
        </Stack>
      )}
    </Center>
  );
}

function keyInAddress(): string | null {
  return new URLSearchParams(window.location.hash.slice(1)).get('key');
}

function Framed({ leave }: { leave: () => void }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const session = useSession();
  const named = search.get('connection');
  const connections = useQuery({ queryKey: ['connections'], queryFn: () => value(api.GET('/api/connections')), enabled: named === null });
  const over = session.data === null;
  useEffect(() => {
    if (over) leave();
  }, [over, leave]);
  const connection = named ?? connections.data?.items[0]?.name;
  if (connections.isError) return <Broken error={connections.error} retry={() => void connections.refetch()} />;
  if (!connection) return <Center h="100dvh"><Loader aria-label={t('loading')} /></Center>;
  return <div className={classes.framed}><Workspace connection={connection} /></div>;
}
