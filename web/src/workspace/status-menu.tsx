import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import type { Me } from './types';
import { useWork } from './work';
import classes from './workspace.module.css';

type Status = Schemas['OperatorStatus'];

const STATUSES: Status[] = ['available', 'break', 'do_not_disturb', 'not_at_workplace', 'not_at_work'];

export function StatusDot({ status }: { status?: string | null }) {
  return <span className={classes.dot} data-status={status ?? 'unknown'} aria-hidden />;
}

/** A status of UIS in words. */
export function useStatusName() {
  const { t, i18n } = useTranslation();
  return (status?: string | null) => {
    const key = `work.status.${status ?? 'unknown'}`;
    return i18n.exists(key) ? t(key) : status ?? t('work.status.unknown');
  };
}

/** The operator's own status in UIS. */
export function StatusMenu() {
  const { connection, me } = useWork();
  const { t } = useTranslation();
  const name = useStatusName();
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  const key = ['work', connection, 'me'];
  const set = useMutation({
    mutationFn: (status: Status) => value(api.PUT('/api/workspace/{connection}/status', { params: { path: { connection } }, body: { status } })),
    onSuccess: (_, status) => {
      queries.setQueryData<Me>(key, (now) => now && { ...now, status });
      void queries.invalidateQueries({ queryKey: ['work', connection, 'colleagues'] });
    },
    onError: (error) => toast(reason(error), true),
  });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button size="xs" variant="default" loading={set.isPending} leftSection={<StatusDot status={me.status} />} rightSection={<IconChevronDown size={14} />}
          aria-label={t('work.statusIs', { status: name(me.status) })}>{name(me.status)}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {me.name && <Menu.Label>{me.name}</Menu.Label>}
        {STATUSES.map((status) => (
          <Menu.Item key={status} leftSection={<StatusDot status={status} />} rightSection={me.status === status && <IconCheck size={15} />} onClick={() => set.mutate(status)}>
            {name(status)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
