import { Button, Group, Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { useReturnFocus } from '../ui/return-focus';
import { Broken, Loading } from '../ui/states';
import { useToast } from '../ui/toast';
import { newId } from './new-id';
import { StatusDot, useStatusName } from './status-menu';
import type { WorkCard } from './types';
import { useWork } from './work';
import classes from './workspace.module.css';

/** Hands it over to a colleague, whose status is seen. */
export function TransferDialog({ card, close }: { card: WorkCard; close: () => void }) {
  useReturnFocus();
  const { t } = useTranslation();
  const { connection, me } = useWork();
  const status = useStatusName();
  const toast = useToast();
  const [wanted, setWanted] = useState('');
  const [to, setTo] = useState<number>();
  // one wish has one id, however often it is sent
  const id = useRef(newId());
  const path = { connection };
  const colleagues = useQuery({
    queryKey: ['work', connection, 'colleagues'],
    queryFn: () => value(api.GET('/api/workspace/{connection}/colleagues', { params: { path } })),
    staleTime: 15_000,
  });
  const transfer = useMutation({
    mutationFn: (employee: number) => value(api.POST('/api/workspace/{connection}/cards/{id}/transfer', {
      params: { path: { connection, id: card.id } }, body: { to: employee, client_id: `${id.current}-${employee}` },
    })),
    onSuccess: () => {
      toast(t('work.transfer.done', { name: all.find((one) => one.employee === to)?.name }));
      close();
    },
  });
  const all = (colleagues.data?.items ?? []).filter((one) => one.employee !== me.employee);
  const free = (one: { status?: string | null }) => (one.status === 'available' ? 0 : 1);
  const found = all.filter((one) => one.name.toLowerCase().includes(wanted.trim().toLowerCase())).sort((a, b) => free(a) - free(b));
  return (
    <Modal opened onClose={close} title={t('work.transfer.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="sm">
        {all.length > 6 && <TextInput leftSection={<IconSearch size={16} />} aria-label={t('work.search')} placeholder={t('work.search')} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />}
        {colleagues.isPending && <Loading rows={3} />}
        {colleagues.isError && <Broken error={colleagues.error} retry={() => void colleagues.refetch()} />}
        <div role="radiogroup" aria-label={t('work.transfer.to')} className={classes.choices}>
          {found.map((one) => (
            <UnstyledButton key={one.employee} role="radio" aria-checked={to === one.employee} className={classes.choice} onClick={() => setTo(one.employee)}>
              <StatusDot status={one.status} /><Text size="sm" className="wrap">{one.name}</Text><Text size="xs" c="dimmed" ml="auto">{status(one.status)}</Text>
            </UnstyledButton>
          ))}
        </div>
        {colleagues.data && found.length === 0 && <Text size="sm" c="dimmed">{t('work.transfer.nobody')}</Text>}
        {transfer.isError && <Broken error={transfer.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>{t('cancel')}</Button>
          <Button disabled={to === undefined} loading={transfer.isPending} onClick={() => to !== undefined && transfer.mutate(to)}>{t('work.transfer.do')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
