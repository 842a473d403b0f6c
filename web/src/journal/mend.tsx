import { Button, Menu } from '@mantine/core';
import { IconFilterOff, IconRefreshAlert, IconRepeat, IconSend2, IconTool } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { useMay } from '../api/session';
import { Confirm } from '../ui/confirm';
import { useReason } from '../ui/states';
import { useToast } from '../ui/toast';

export type Mend = Schemas['Mend'];
type Communication = Schemas['Communication'];

/** The ways, with what they are for. */
export const MENDS: { how: Mend; icon: typeof IconRepeat; fits: (one: Communication) => boolean }[] = [
  { how: 'retry', icon: IconRefreshAlert, fits: (one) => one.state === 'dead' },
  { how: 'send_anyway', icon: IconSend2, fits: (one) => one.dead > 0 || one.pending > 0 },
  { how: 'set_filter_aside', icon: IconFilterOff, fits: (one) => one.state === 'filtered' },
  { how: 'replay', icon: IconRepeat, fits: (one) => one.state !== 'unreadable' },
];

/** What can be done about one communication, the most fitting first. */
export function Mending({ one }: { one: Communication }) {
  const { t } = useTranslation();
  const admin = useMay('admin');
  const [how, setHow] = useState<Mend>();
  const [first, ...others] = MENDS.filter((mend) => mend.fits(one));
  if (!admin || !first) return null;
  const First = first.icon;
  return (
    <>
      <Button leftSection={<First size={18} />} variant={one.state === 'dead' ? 'filled' : 'default'} onClick={() => setHow(first.how)}>{t(`journal.mend.${first.how}.do`)}</Button>
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target><Button variant="default" leftSection={<IconTool size={18} />}>{t('journal.mend.more')}</Button></Menu.Target>
          <Menu.Dropdown>
            {others.map(({ how: other, icon: Icon }) => <Menu.Item key={other} leftSection={<Icon size={16} />} onClick={() => setHow(other)}>{t(`journal.mend.${other}.do`)}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      )}
      {how && <Ask id={one.id} how={how} done={() => setHow(undefined)} />}
    </>
  );
}

function Ask({ id, how, done }: { id: number; how: Mend; done: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  const mend = useMutation({
    mutationFn: () => value(api.POST('/api/journal/{id}/mend', { params: { path: { id } }, body: { how } })),
    onSuccess: () => {
      toast(t(`journal.mend.${how}.done`));
      void queries.invalidateQueries({ queryKey: ['story', id] });
    },
    onError: (error) => toast(reason(error), true),
    onSettled: done,
  });
  return (
    <Confirm opened title={t(`journal.mend.${how}.do`)} yes={t(`journal.mend.${how}.do`)} busy={mend.isPending} danger={how === 'send_anyway'} onNo={done} onYes={() => mend.mutate()}>
      {t(`journal.mend.${how}.ask`)}
    </Confirm>
  );
}
