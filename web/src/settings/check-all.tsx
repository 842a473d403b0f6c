import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { Broken, Loading } from '../ui/states';
import { useReturnFocus } from '../ui/return-focus';
import { CheckReport } from './check-report';

/** Asks both systems whether everything the saved settings name exists. */
export function CheckAll({ name, dirty, close }: { name: string; dirty: boolean; close: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const check = useQuery({
    queryKey: ['check', name],
    queryFn: () => value(api.POST('/api/connections/{name}/check', { params: { path: { name } } })),
    gcTime: 0, staleTime: 0, retry: false,
  });
  return (
    <Modal opened onClose={close} title={t('check.title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        {dirty && <Alert color="yellow">{t('check.dirty')}</Alert>}
        {check.isFetching && <Loading rows={5} />}
        {check.isError && !check.isFetching && <Broken error={check.error} />}
        {check.data && !check.isFetching && (
          <>
            <Alert color={check.data.good ? 'leaf' : 'red'}>{t(check.data.good ? 'check.allGood' : 'check.someBad')}</Alert>
            <CheckReport items={check.data.items} />
          </>
        )}
        <Group justify="flex-end"><Button variant="default" disabled={check.isFetching} onClick={() => void check.refetch()}>{t('check.again')}</Button></Group>
      </Stack>
    </Modal>
  );
}
