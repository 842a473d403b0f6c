import { Button, Group, Menu, Progress, Stack, Text } from '@mantine/core';
import { IconChecklist, IconListCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { Confirm } from '../ui/confirm';
import { Broken, useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import type { Chosen } from './filter-state';
import { MENDS, type Mend } from './mend';

type Many = Schemas['MendManyBody'];

/** Something done about all that is found, or about what was picked. */
export function Bulk({ chosen, filtered, picked, setPicked }: { chosen: Chosen; filtered: boolean; picked?: ReadonlySet<number>; setPicked: (next?: ReadonlySet<number>) => void }) {
  const { t } = useTranslation();
  const [how, setHow] = useState<Mend>();
  const about = picked ? { ids: [...picked] } : chosen;
  const label = picked ? t('journal.bulk.picked', { count: picked.size }) : filtered ? t('journal.bulk.found') : t('journal.bulk.all');
  return (
    <Group gap="xs">
      <Menu position="bottom-start" withinPortal>
        <Menu.Target><Button variant="default" size="xs" leftSection={<IconListCheck size={16} />} disabled={picked?.size === 0}>{label}</Button></Menu.Target>
        <Menu.Dropdown>
          {MENDS.map(({ how: one, icon: Icon }) => <Menu.Item key={one} leftSection={<Icon size={16} />} onClick={() => setHow(one)}>{t(`journal.mend.${one}.do`)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      {picked
        ? <Button variant="subtle" size="xs" leftSection={<IconX size={16} />} onClick={() => setPicked(undefined)}>{t('journal.bulk.unpick')}</Button>
        : <Button variant="subtle" size="xs" leftSection={<IconChecklist size={16} />} onClick={() => setPicked(new Set())}>{t('journal.bulk.pick')}</Button>}
      {how && <Ask how={how} about={about} done={() => setHow(undefined)} />}
    </Group>
  );
}

/** Counts first, and says what will be done with how many. */
function Ask({ how, about, done }: { how: Mend; about: Schemas['Chosen']; done: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  const [worked, setWorked] = useState(0);
  const post = (more: Partial<Many>) => value(api.POST('/api/journal/mend', { body: { how, chosen: about, ...more } }));
  const count = useQuery({ queryKey: ['mend-count', how, about], queryFn: () => post({ count_only: true }), gcTime: 0, refetchOnWindowFocus: false });
  const run = useMutation({
    mutationFn: async (newest: number) => {
      let mended = 0;
      let before: number | undefined;
      for (;;) {
        const page = await post({ newest, before });
        mended += page.mended;
        setWorked((now) => now + page.mended + page.skipped);
        if (page.next == null) return mended;
        before = page.next;
      }
    },
    onSuccess: (mended) => toast(t('journal.bulk.done', { count: mended })),
    onError: (error) => toast(reason(error), true),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['journal'] });
      done();
    },
  });
  const matched = count.data?.matched ?? 0;
  const newest = count.data?.newest;
  return (
    <Confirm opened title={t(`journal.mend.${how}.do`)} yes={t('journal.bulk.go', { count: matched })} busy={run.isPending || count.isPending} danger={how === 'send_anyway'}
      onNo={done} onYes={() => (newest == null ? done() : run.mutate(newest))}>
      <Stack gap="xs">
        <Text size="sm">{t(`journal.mend.${how}.ask`)}</Text>
        {count.isError && <Broken error={count.error} />}
        {count.data && <Text size="sm" fw={600} role="status">{matched === 0 ? t('journal.bulk.nothing') : t('journal.bulk.count', { count: matched })}</Text>}
        {run.isPending && <Progress value={matched ? (100 * worked) / matched : 0} aria-label={t('loading')} />}
      </Stack>
    </Confirm>
  );
}
