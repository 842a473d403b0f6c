import { Card, Text, Timeline, Title } from '@mantine/core';
import { IconAlertTriangle, IconBulb, IconCheck, IconClock, IconFilterOff, IconInbox, IconRefreshAlert, IconRepeat, IconSend, IconSend2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { told, when } from '../i18n';

const ICONS: Record<string, typeof IconInbox> = {
  received: IconInbox, sent: IconSend, found: IconCheck, dead: IconAlertTriangle, event_dead: IconAlertTriangle, unreadable: IconAlertTriangle,
  again: IconClock, step_again: IconClock, unknown: IconClock, not_found: IconClock,
  replayed: IconRepeat, retried: IconRefreshAlert, sent_anyway: IconSend2, filter_set_aside: IconFilterOff,
};
const BAD = new Set(['dead', 'event_dead', 'unreadable']);
const BY_PEOPLE = new Set(['replayed', 'retried', 'sent_anyway', 'filter_set_aside']);

/** What happened, the oldest first. */
export function Notes({ notes }: { notes: Schemas['Note'][] }) {
  const { t } = useTranslation();
  return (
    <Card className="card" padding="lg" component="section" aria-label={t('journal.story')}>
      <Title order={2} mb="md">{t('journal.story')}</Title>
      {notes.length === 0 && <Text c="dimmed" size="sm">{t('journal.noNotes')}</Text>}
      <Timeline active={notes.length} bulletSize={26} lineWidth={2} color="leaf">
        {notes.map((note, at) => {
          const Icon = ICONS[note.kind] ?? IconBulb;
          const bad = BAD.has(note.kind);
          return (
            <Timeline.Item key={at} bullet={<Icon size={15} />} color={bad ? 'red' : BY_PEOPLE.has(note.kind) ? 'blue' : undefined}>
              <Text size="sm" className="wrap" c={bad ? 'red' : undefined}>{told(note.text)}</Text>
              <Text size="xs" c="dimmed">{t(`journal.who.${whose(note.kind)}`)} · {when(note.at, true)}</Text>
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

const SENT = new Set(['sent', 'found', 'again', 'unknown', 'not_found', 'dead']);

/** Whose word a note is: what came in, what was decided, what was sent and answered, what a person did. */
function whose(kind: string): 'in' | 'out' | 'person' | 'decided' {
  if (kind === 'received' || kind === 'unreadable') return 'in';
  if (SENT.has(kind)) return 'out';
  return BY_PEOPLE.has(kind) ? 'person' : 'decided';
}
