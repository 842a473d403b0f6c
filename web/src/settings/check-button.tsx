import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError, api, value } from '../api/client';
import { told } from '../i18n';
import { Broken } from '../ui/states';
import { useEditing } from './context';
import { CheckReport } from './check-report';
import { getAt, setAt, type JsonObject } from './paths';

/** «Проверить»: asks the other side with what is on the page, before it is saved. */
export function CheckButton({ prefixes }: { prefixes: string[] }) {
  const { t } = useTranslation();
  const { draft, readOnly } = useEditing();
  const check = useMutation({
    // these credentials alone: what else is on the page may not be finished
    mutationFn: () => {
      const { name, title, timezone } = draft;
      const settings = prefixes.reduce<JsonObject>((now, path) => setAt(now, path, getAt(draft, path)), { name, title, timezone });
      return value(api.POST('/api/check', { body: { settings } }));
    },
  });
  const of = (path: string) => prefixes.some((prefix) => path.startsWith(prefix));
  const problems = check.error instanceof ApiError ? check.error.problem?.problems?.filter((one) => of(one.path)) : undefined;
  return (
    <Stack gap="sm">
      <Group><Button variant="default" leftSection={<IconPlugConnected size={18} />} loading={check.isPending} disabled={readOnly} onClick={() => check.mutate()}>{t('check.do')}</Button></Group>
      {check.data && <CheckReport items={check.data.items.filter((one) => of(one.path))} />}
      {problems?.length ? problems.map((one) => <Text key={one.path} size="sm" c="red" role="alert" className="wrap">{t(`label.${one.path}`)}: {told(one)}</Text>)
        : check.isError && <Broken error={check.error} />}
    </Stack>
  );
}
