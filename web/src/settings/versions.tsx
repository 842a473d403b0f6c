import { Alert, Badge, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { when } from '../i18n';
import { Broken, Loading } from '../ui/states';
import { useReturnFocus } from '../ui/return-focus';
import { ChangesTable } from './changes-table';
import { changes, type JsonObject } from './paths';

/** The saved states; each is compared with the newest one and can be brought back. */
export function Versions({ name, current, saved, dirty, readOnly, restored, close }: {
  name: string; current: number; saved: JsonObject; dirty: boolean; readOnly: boolean; restored: () => void; close: () => void;
}) {
  const { t } = useTranslation();
  useReturnFocus();
  const [chosen, setChosen] = useState<number | null>(null);
  const list = useQuery({ queryKey: ['versions', name, current], queryFn: () => value(api.GET('/api/connections/{name}/versions', { params: { path: { name } } })) });
  return (
    <Drawer opened onClose={close} position="right" size="lg" title={t('versions.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      {list.isPending && <Loading />}
      {list.isError && <Broken error={list.error} />}
      <Stack gap="xs">
        {list.data?.items.map((one) => (
          <div key={one.version} className="card" style={{ padding: 12 }}>
            <Group justify="space-between" gap="xs">
              <div>
                <Group gap="xs"><Text fw={600}>{t('versions.number', { version: one.version })}</Text>{one.version === current && <Badge variant="light" tt="none">{t('versions.current')}</Badge>}</Group>
                <Text size="xs" c="dimmed" className="wrap">{when(one.saved_at)} · {one.author}</Text>
              </div>
              {one.version !== current && (
                <Button size="xs" variant="default" aria-expanded={chosen === one.version} onClick={() => setChosen(chosen === one.version ? null : one.version)}>{t('versions.compare')}</Button>
              )}
            </Group>
            {chosen === one.version && <Former name={name} version={one.version} current={current} saved={saved} dirty={dirty} readOnly={readOnly} restored={restored} />}
          </div>
        ))}
      </Stack>
    </Drawer>
  );
}

function Former({ name, version, current, saved, dirty, readOnly, restored }: {
  name: string; version: number; current: number; saved: JsonObject; dirty: boolean; readOnly: boolean; restored: () => void;
}) {
  const { t } = useTranslation();
  const path = { name, version };
  const former = useQuery({ queryKey: ['version', name, version], queryFn: () => value(api.GET('/api/connections/{name}/versions/{version}', { params: { path } })), staleTime: Infinity });
  const restore = useMutation({
    mutationFn: () => value(api.POST('/api/connections/{name}/versions/{version}/restore', { params: { path, header: { 'If-Match': `"${current}"` } } })),
    onSuccess: restored,
  });
  if (former.isPending) return <Loading rows={1} />;
  if (former.isError) return <Broken error={former.error} />;
  const differ = changes(saved, former.data.settings as JsonObject);
  return (
    <Stack gap="sm" mt="sm">
      {differ.length === 0 ? <Text size="sm" c="dimmed">{t('versions.same')}</Text> : <ChangesTable changes={differ} />}
      {dirty && <Alert color="yellow">{t('versions.dirty')}</Alert>}
      {restore.isError && <Broken error={restore.error} />}
      {differ.length > 0 && !readOnly && <Group justify="flex-end"><Button disabled={dirty} loading={restore.isPending} onClick={() => restore.mutate()}>{t('versions.restore', { version })}</Button></Group>}
    </Stack>
  );
}
