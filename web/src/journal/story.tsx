import { Alert, Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, value, type Schemas } from '../api/client';
import { told, when } from '../i18n';
import { Page } from '../ui/page';
import { Broken, Loading } from '../ui/states';
import { useLive } from './live';
import { Mending } from './mend';
import { useNames } from './names';
import { Notes } from './notes';
import { StateBadge } from './state-badge';

/** One communication's story: what UIS said, what was decided and why, what was sent and answered. */
export function StoryPage() {
  const { t } = useTranslation();
  const names = useNames();
  const id = Number(useParams().id);
  const story = useQuery({
    queryKey: ['story', id],
    queryFn: () => value(api.GET('/api/journal/{id}', { params: { path: { id } } })),
  });
  useLive((one) => {
    if (one.id === id) void story.refetch();
  });
  const one = story.data?.communication;
  const back = <Anchor component={Link} to="/journal" size="sm"><Group gap={4} component="span"><IconArrowLeft size={14} />{t('journal.back')}</Group></Anchor>;
  return (
    <Page title={one ? names.title(one) : t('journal.title')} about={back} actions={one && <Mending one={one} />}>
      {story.isPending && <Loading rows={6} />}
      {story.isError && <Broken error={story.error} retry={() => void story.refetch()} />}
      {story.data && <><Summary story={story.data} /><Notes notes={story.data.notes} /></>}
    </Page>
  );
}

const COLORS: Partial<Record<Schemas['State'], string>> = { dead: 'red', unreadable: 'orange', filtered: 'gray', waiting: 'blue' };

function Summary({ story: { communication: one, verdict, pages } }: { story: Schemas['Story'] }) {
  const { t } = useTranslation();
  const names = useNames();
  const why = verdict ?? one.text;
  const places = [
    { page: pages.task, number: one.task, label: 'journal.taskN' },
    { page: pages.contact, number: one.contact, label: 'journal.contactN' },
  ];
  return (
    <Card className="card" padding="md">
      <Stack gap="sm">
        {why && <Alert color={COLORS[one.state] ?? 'leaf'} title={t('journal.why')} classNames={{ title: 'alert-title' }}><Text size="sm" className="wrap">{told(why)}</Text></Alert>}
        <Group gap="xs">
          <StateBadge state={one.state} />
          {one.direction && <Badge variant="default" tt="none">{t(`journal.direction.${one.direction}`)}</Badge>}
          {one.pending > 0 && <Badge color="blue" variant="light" tt="none">{t('journal.pending', { count: one.pending })}</Badge>}
        </Group>
        <Text size="sm" className="wrap">{[names.about(one), names.client(one), names.phone(one), one.connection].filter(Boolean).join(' · ')} · <span className="mono">{one.key}</span></Text>
        <Group gap="xs">
          {places.map(({ page, number, label }) => number && (page
            ? <Button key={label} component="a" href={page} target="_blank" rel="noreferrer" size="xs" variant="light" rightSection={<IconExternalLink size={14} />}>{t(label, { number })}</Button>
            : <Badge key={label} variant="default" tt="none">{t(label, { number })}</Badge>))}
        </Group>
        <Text size="xs" c="dimmed">{t('journal.started')}: {when(one.started_at, true)} · {t('journal.updated')}: {when(one.updated_at, true)}</Text>
      </Stack>
    </Card>
  );
}
