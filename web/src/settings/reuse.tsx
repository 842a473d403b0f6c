// Credentials of another connection, used again: two connections may share one account. The secret never comes to the page.
import { Button, Menu } from '@mantine/core';
import { IconCopyPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import { useEditing } from './context';
import type { Block } from './credentials';
import { getAt, setAt, type Json, type JsonObject } from './paths';

/** From which connection a secret is to be taken over, as it stands in its place until it is saved. */
export function reusedFrom(secret: Json | undefined): string | undefined {
  const from = secret !== null && typeof secret === 'object' && !Array.isArray(secret) ? secret.reuse : undefined;
  return typeof from === 'string' ? from : undefined;
}

export function ReuseMenu({ block }: { block: Block }) {
  const { t } = useTranslation();
  const { name, edit, readOnly } = useEditing();
  const toast = useToast();
  const reason = useReason();
  const known = useQuery({ queryKey: ['connections'], queryFn: () => value(api.GET('/api/connections')) });
  const others = (known.data?.items ?? []).filter((one) => one.name !== name);
  const take = useMutation({
    mutationFn: (from: string) => value(api.GET('/api/connections/{name}', { params: { path: { name: from } } })),
    onSuccess: ({ name: from, settings, secrets }) => {
      const theirs = getAt(settings as JsonObject, block.path);
      if (!theirs) return toast(t('credentials.nothingToReuse', { name: from }), true);
      edit((now) => [...block.secrets, ...(block.rare ?? [])].map((secret) => `${block.path}.${secret}`).filter((path) => secrets.includes(path))
        .reduce((draft, path) => setAt(draft, path, { reuse: from }), setAt(now, block.path, theirs)));
    },
    onError: (error) => toast(reason(error), true),
  });
  if (readOnly || others.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button size="compact-sm" variant="subtle" leftSection={<IconCopyPlus size={16} />} loading={take.isPending}>{t('credentials.reuse')}</Button></Menu.Target>
      <Menu.Dropdown>{others.map((one) => <Menu.Item key={one.name} onClick={() => take.mutate(one.name)}>{one.title} · {one.name}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  );
}
