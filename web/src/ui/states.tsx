// What a page shows when it has nothing to show.
import { Alert, Button, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { ProblemList } from './problem-list';

export function Loading({ rows = 4 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => <Skeleton key={row} height={56} radius="lg" />)}
    </Stack>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Card className="card" padding="xl" ta="center">
      <Title order={2} mb="xs">{title}</Title>
      <Text c="dimmed" maw={520} mx="auto">{children}</Text>
    </Card>
  );
}

/** The reason in the reader's language: ours where the code is known, else the server's. */
export function useReason() {
  const { t, i18n } = useTranslation();
  return (error: unknown): string => {
    if (!(error instanceof ApiError)) return t('problem.unexpected');
    const key = `problem.${error.code}`;
    if (i18n.exists(key)) return t(key);
    return error.message || t('problem.unexpected');
  };
}

export function Broken({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const problems = error instanceof ApiError ? error.problem?.problems : undefined;
  return (
    <Alert color="red" icon={<IconAlertTriangle size={20} />} title={t('problem.title')} role="alert">
      <Group justify="space-between" gap="sm">
        <div>
          <Text size="sm" className="wrap">{reason(error)}</Text>
          {problems && <ProblemList problems={problems} />}
        </div>
        {retry && (
          <Button size="xs" variant="default" leftSection={<IconRefresh size={16} />} onClick={retry}>{t('again')}</Button>
        )}
      </Group>
    </Alert>
  );
}

/** A page that could not be shown at all. */
export function Failed() {
  const { t } = useTranslation();
  return (
    <Stack p="xl" maw={560} mx="auto">
      <Title order={1}>{t('problem.title')}</Title>
      <Text>{t('problem.page')}</Text>
      <Group><Button onClick={() => window.location.reload()}>{t('reload')}</Button></Group>
    </Stack>
  );
}
