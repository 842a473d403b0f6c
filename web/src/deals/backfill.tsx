import { Button, Group, NumberInput, Progress, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { when } from '../i18n';
import { Part } from '../settings/section';
import { Broken } from '../ui/states';

const EVERY_MS = 5000;
const MOST_DAYS = 366;

type Run = Schemas['DealsBackfill'];

/** The load of tasks that were there before. */
export function Backfill({ name, disabled }: { name: string; disabled: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [days, setDays] = useState<number | string>(30);
  const path = { params: { path: { name } } };
  const key = ['deals', name, 'backfill'];
  const state = useQuery({
    queryKey: key,
    queryFn: () => value(api.GET('/api/connections/{name}/deals', path)),
    refetchInterval: (query) => (query.state.data?.backfill?.stage === 'running' ? EVERY_MS : false),
  });
  const done = { onSuccess: () => void queries.invalidateQueries({ queryKey: key }) };
  const start = useMutation({ ...done, mutationFn: () => value(api.POST('/api/connections/{name}/deals/backfill', { ...path, body: { days: Number(days) } })) });
  const pause = useMutation({ ...done, mutationFn: () => value(api.POST('/api/connections/{name}/deals/backfill/pause', path)) });
  const resume = useMutation({ ...done, mutationFn: () => value(api.POST('/api/connections/{name}/deals/backfill/resume', path)) });
  const stop = useMutation({ ...done, mutationFn: () => value(api.POST('/api/connections/{name}/deals/backfill/stop', path)) });
  const run = state.data?.backfill ?? undefined;
  const open = run?.stage === 'running' || run?.stage === 'paused';
  const error = [start, pause, resume, stop].find((one) => one.isError)?.error;
  return (
    <Part title={t('deals.backfill')}>
      <Text size="sm">{t('deals.backfillAbout')}</Text>
      {!open && (
        <Group align="flex-end" gap="sm">
          <NumberInput label={t('deals.days')} value={days} onChange={setDays} min={1} max={MOST_DAYS} clampBehavior="strict" allowDecimal={false} allowNegative={false} w={140} disabled={disabled} />
          <Button variant="default" radius="xl" leftSection={<IconUpload size={18} />} loading={start.isPending} disabled={disabled || !days} onClick={() => start.mutate()}>{t('deals.load')}</Button>
        </Group>
      )}
      {open && (
        <Group gap="sm">
          {run.stage === 'running'
            ? <Button variant="default" radius="xl" leftSection={<IconPlayerPause size={18} />} loading={pause.isPending} disabled={disabled} onClick={() => pause.mutate()}>{t('deals.pause')}</Button>
            : <Button variant="default" radius="xl" leftSection={<IconPlayerPlay size={18} />} loading={resume.isPending} disabled={disabled} onClick={() => resume.mutate()}>{t('deals.resume')}</Button>}
          <Button variant="subtle" color="red" radius="xl" leftSection={<IconPlayerStop size={18} />} loading={stop.isPending} disabled={disabled} onClick={() => stop.mutate()}>{t('deals.stop')}</Button>
        </Group>
      )}
      {state.isError && <Broken error={state.error} retry={() => void state.refetch()} />}
      {error && <Broken error={error} />}
      {run && <Progressed run={run} />}
    </Part>
  );
}

function Progressed({ run }: { run: Run }) {
  const { t } = useTranslation();
  const percent = run.found === 0 ? (run.stage === 'done' ? 100 : 0) : (run.read / run.found) * 100;
  const words = run.found === 0 && !run.is_complete ? t('deals.searching') : t('deals.progress', { read: run.read, found: run.found, more: run.is_complete ? '' : '+' });
  return (
    <div>
      <Progress value={percent} aria-label={words} striped={run.stage === 'running'} animated={run.stage === 'running'} color={run.trouble ? 'red' : undefined} />
      <Text size="sm" mt={6}>{t(`deals.stage.${run.stage}`)} · {words} · {t('deals.lastDays', { count: run.days })} · {when(run.moved_at)}</Text>
      {run.trouble && <Text size="sm" c="red" className="wrap">{t('deals.trouble', { reason: run.trouble })}</Text>}
    </div>
  );
}
