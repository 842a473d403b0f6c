import { ActionIcon, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { useMay } from '../api/session';
import { Confirm } from '../ui/confirm';
import { Copy } from '../ui/copy';
import { Broken, useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import { useEditing } from './context';
import classes from './hook-url.module.css';

/** «Webhook URL»: an address of ours to paste over there. It holds a key, so only admins see it. */
export function HookUrl({ hook, about }: { hook: string; about: string }) {
  const { t } = useTranslation();
  const { name } = useEditing();
  const admin = useMay('admin');
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  const [asking, setAsking] = useState(false);
  const key = ['urls', name];
  const urls = useQuery({ queryKey: key, queryFn: () => value(api.GET('/api/connections/{name}/urls', { params: { path: { name } } })), enabled: admin });
  const reissue = useMutation({
    mutationFn: () => value(api.POST('/api/connections/{name}/urls/{hook}/reissue', { params: { path: { name, hook } } })),
    onSuccess: (now) => {
      queries.setQueryData(key, now);
      toast(t('hook.reissued'));
    },
    onError: (error) => toast(reason(error), true),
    onSettled: () => setAsking(false),
  });
  if (!admin) return null;
  if (urls.isError) return <Broken error={urls.error} retry={() => void urls.refetch()} />;
  const url = urls.data?.items.find((one) => one.hook === hook)?.url;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>{t(`hook.title.${hook}`)}</Text>
      <Group gap={6} align="flex-start">
        <code className={classes.url}>{url ?? '…'}</code>
        <Copy text={url ?? ''} label={t('copy')} />
        <Tooltip label={t('hook.reissue')} withArrow>
          <ActionIcon variant="default" size="lg" aria-label={t('hook.reissue')} onClick={() => setAsking(true)}><IconRefreshAlert size={18} /></ActionIcon>
        </Tooltip>
      </Group>
      <Text size="xs" c="dimmed">{about}</Text>
      <Confirm opened={asking} title={t('hook.reissue')} yes={t('hook.reissue')} danger busy={reissue.isPending} onNo={() => setAsking(false)} onYes={() => reissue.mutate()}>{t('hook.ask')}</Confirm>
    </Stack>
  );
}
