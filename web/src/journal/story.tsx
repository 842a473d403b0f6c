import { Alert, Anchor, Badge, Button, Card, Group, Stack, Text, Timeline, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconBulb, IconCheck, IconClock, IconInbox, IconRepeat, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, value, type Schemas } from '../api/client';
import { useMay } from '../api/session';
import { told, when } from '../i18n';
import { Confirm } from '../ui/confirm';
import { Page } from '../ui/page';
import { Broken, Loading, useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import { useLive } from './live';
import { StateBadge } from './state-badge';

/** One communication's story: what UIS said, what was decided and why, what was sent and answered. */
export function StoryPage() {
  const { t, i18n } = useTranslation();
  const id = Number(useParams().id);
  const story = useQuery({
    queryKey: ['story', id],
    queryFn: () => value(api.GET('/api/journal/{id}', { params: { path: { id } } })),
  });
  useLive((one) => {
    if (one.id === id) void story.refetch();
  });
  const one = story.data?.communication;
  const kind = one?.key.split('/')[0] ?? '';
  const title = one ? one.title || `${i18n.exists(`journal.kinds.${kind}`) ? t(`journal.kinds.${kind}`) : one.key}${one.phone ? ` +${one.phone}` : ''}` : t('journal.title');
  return (
    <Page title={title} about={<Anchor component={Link} to="/journal" size="sm"><Group gap={4} component="span"><IconArrowLeft size={14} />{t('journal.back')}</Group></Anchor>} actions={one && <Replay id={one.id} />}>
      {story.isPending && <Loading rows={6} />}
      {story.isError && <Broken error={story.error} retry={() => void story.refetch()} />}
      {story.data && <><Summary one={story.data.communication} /><Notes notes={story.data.notes} /></>}
    </Page>
  );
}

function Summary({ one }: { one: Schemas['Communication'] }) {
  const { t } = useTranslation();
  return (
    <Card className="card" padding="md">
      <Stack gap="sm">
        <Group gap="xs">
          <StateBadge state={one.state} />
          {one.direction && <Badge variant="default" tt="none">{t(`journal.direction.${one.direction}`)}</Badge>}
          {one.task && <Badge variant="default" tt="none">{t('journal.taskN', { number: one.task })}</Badge>}
          {one.contact && <Badge variant="default" tt="none">{t('journal.contactN', { number: one.contact })}</Badge>}
          {one.pending > 0 && <Badge color="blue" variant="light" tt="none">{t('journal.pending', { count: one.pending })}</Badge>}
        </Group>
        <Text size="sm" className="wrap">{one.phone ? `+${one.phone}` : t('journal.noPhone')} · {one.connection} · <span className="mono">{one.key}</span></Text>
        {one.text && <Alert color={one.state === 'dead' ? 'red' : one.state === 'filtered' ? 'gray' : 'leaf'} title={t('journal.why')}><span className="wrap">{told(one.text)}</span></Alert>}
        <Text size="xs" c="dimmed">{t('journal.started')}: {when(one.started_at, true)} · {t('journal.updated')}: {when(one.updated_at, true)}</Text>
      </Stack>
    </Card>
  );
}

const ICONS: Record<string, typeof IconInbox> = {
  received: IconInbox, sent: IconSend, found: IconCheck, dead: IconAlertTriangle, event_dead: IconAlertTriangle, unreadable: IconAlertTriangle,
  again: IconClock, step_again: IconClock, unknown: IconClock, not_found: IconClock, replayed: IconRepeat,
};
const BAD = new Set(['dead', 'event_dead', 'unreadable']);

function Notes({ notes }: { notes: Schemas['Note'][] }) {
  const { t } = useTranslation();
  return (
    <Card className="card" padding="lg">
      <Title order={2} mb="md">{t('journal.story')}</Title>
      {notes.length === 0 && <Text c="dimmed" size="sm">{t('journal.noNotes')}</Text>}
      <Timeline active={notes.length} bulletSize={26} lineWidth={2} color="leaf">
        {notes.map((note, at) => {
          const Icon = ICONS[note.kind] ?? IconBulb;
          return (
            <Timeline.Item key={at} bullet={<Icon size={15} />} color={BAD.has(note.kind) ? 'red' : undefined}>
              <Text size="sm" className="wrap" c={BAD.has(note.kind) ? 'red' : undefined}>{told(note.text)}</Text>
              <Text size="xs" c="dimmed">{when(note.at, true)}</Text>
              {note.data !== null && (
                <details><summary><Text span size="xs" c="dimmed">{t('journal.data')}</Text></summary><pre className="mono" style={{ whiteSpace: 'pre-wrap', margin: '4px 0' }}>{JSON.stringify(note.data, null, 2)}</pre></details>
              )}
            </Timeline.Item>
          );
        })}
      </Timeline>
    </Card>
  );
}

function Replay({ id }: { id: number }) {
  const { t } = useTranslation();
  const admin = useMay('admin');
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  const [asking, setAsking] = useState(false);
  const replay = useMutation({
    mutationFn: () => value(api.POST('/api/journal/{id}/replay', { params: { path: { id } } })),
    onSuccess: () => {
      toast(t('journal.replayed'));
      void queries.invalidateQueries({ queryKey: ['story', id] });
    },
    onError: (error) => toast(reason(error), true),
    onSettled: () => setAsking(false),
  });
  if (!admin) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconRepeat size={18} />} onClick={() => setAsking(true)}>{t('journal.replay')}</Button>
      <Confirm opened={asking} title={t('journal.replay')} yes={t('journal.replay')} busy={replay.isPending} onNo={() => setAsking(false)} onYes={() => replay.mutate()}>{t('journal.replayAsk')}</Confirm>
    </>
  );
}
