import { Alert, Button, Group, Modal, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../../api/client';
import { Broken, Loading } from '../../ui/states';
import { useEditing } from '../context';
import { Summary } from './summary';
import { Trials } from './trials';

const COUNTS = [50, 500];
const SHOWN = 50;

/** «Проверить на последних обращениях»: what would become of real communications by the settings on the page. */
export function Rehearse({ save, saving, close }: { save: () => void; saving: boolean; close: () => void }) {
  const { t } = useTranslation();
  const { name, draft } = useEditing();
  const narrow = useMediaQuery('(max-width: 640px)');
  const [count, setCount] = useState(COUNTS[0]!);
  const [onlyChanged, setOnlyChanged] = useState(true);
  const [shown, setShown] = useState(SHOWN);
  const rehearsal = useQuery({
    queryKey: ['rehearse', name, count, draft],
    queryFn: () => value(api.POST('/api/connections/{name}/rehearse', { params: { path: { name } }, body: { settings: draft, count } })),
    gcTime: 0, staleTime: Infinity, retry: false,
  });
  const rows = rehearsal.data?.rows.filter((row) => !onlyChanged || row.changes.length > 0) ?? [];
  const choose = (next: string) => {
    setCount(Number(next));
    setShown(SHOWN);
  };
  return (
    <Modal opened onClose={close} title={t('rehearse.title')} size="64rem" fullScreen={narrow ?? false} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text size="sm" c="dimmed">{t('rehearse.about')}</Text>
        <Group justify="space-between" gap="sm">
          <SegmentedControl aria-label={t('rehearse.count')} value={String(count)} onChange={choose} data={COUNTS.map((one) => ({ value: String(one), label: t('rehearse.last', { count: one }) }))} />
          <Switch label={t('rehearse.onlyChanged')} checked={onlyChanged} onChange={(event) => setOnlyChanged(event.currentTarget.checked)} />
        </Group>
        {rehearsal.isFetching && <Loading rows={4} />}
        {rehearsal.isError && !rehearsal.isFetching && <Broken error={rehearsal.error} retry={() => void rehearsal.refetch()} />}
        {rehearsal.data && !rehearsal.isFetching && (
          <>
            <Summary summary={rehearsal.data.summary} />
            {rows.length > 0 && <Trials rows={rows.slice(0, shown)} />}
            {rows.length > shown && <Button variant="default" onClick={() => setShown(shown + SHOWN)}>{t('more')}</Button>}
            {rows.length === 0 && rehearsal.data.rows.length > 0 && <Alert color="leaf">{t('rehearse.nothingChanges')}</Alert>}
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>{t('changes.back')}</Button>
          <Button onClick={save} loading={saving} disabled={rehearsal.isError}>{t('save')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
