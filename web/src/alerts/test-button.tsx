import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { Cure } from '../overview/cure';
import { Broken } from '../ui/states';

/** Sends a message by the saved settings and shows the answer. */
export function TestButton({ channel }: { channel: Schemas['AlertChannel'] }) {
  const { t } = useTranslation();
  const test = useMutation({ mutationFn: () => value(api.POST('/api/alerts/test', { body: { channel } })) });
  return (
    <div role="status">
      <Group mt="md" gap="sm">
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>{t('alerts.test')}</Button>
        <Text size="xs" c="dimmed">{t('alerts.testAbout')}</Text>
      </Group>
      {test.isError && <Broken error={test.error} />}
      {test.data && (
        <Alert mt="sm" color={test.data.taken ? 'leaf' : 'red'} title={t(test.data.taken ? 'alerts.taken' : 'alerts.notTaken')}>
          <Text size="sm" className="wrap">{test.data.code && `${test.data.code}: `}{test.data.answer}</Text>
          {test.data.code && <Cure code={test.data.code} />}
        </Alert>
      )}
    </div>
  );
}
