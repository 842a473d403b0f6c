import { Badge, Button, Card, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, value, type Schemas } from '../api/client';
import { useMay } from '../api/session';
import { when } from '../i18n';
import { Page } from '../ui/page';
import { Broken, Empty, Loading } from '../ui/states';
import { ImportDialog } from './import-dialog';
import classes from './connections.module.css';

export function ConnectionsPage() {
  const { t } = useTranslation();
  const admin = useMay('admin');
  const [file, setFile] = useState<File | null>(null);
  const connections = useQuery({ queryKey: ['connections'], queryFn: () => value(api.GET('/api/connections')), refetchInterval: 15_000 });
  const actions = admin && (
    <>
      <FileButton onChange={setFile} accept=".yaml,.yml,application/yaml,text/yaml">
        {(props) => <Button variant="default" leftSection={<IconFileImport size={18} />} {...props}>{t('connections.import')}</Button>}
      </FileButton>
      <Button component={Link} to="/connections/new" leftSection={<IconPlus size={18} />}>{t('connections.new')}</Button>
    </>
  );
  return (
    <Page title={t('connections.title')} about={t('connections.about')} actions={actions}>
      {connections.isPending && <Loading rows={2} />}
      {connections.isError && <Broken error={connections.error} retry={() => void connections.refetch()} />}
      {connections.data?.items.length === 0 && (
        <Empty title={t('connections.none')}>
          {t('connections.noneAbout')}
          {admin && <Group justify="center" mt="md"><Button component={Link} to="/connections/new">{t('connections.new')}</Button></Group>}
        </Empty>
      )}
      <Stack gap="sm" component="ul" className={classes.list}>
        {connections.data?.items.map((one) => <li key={one.name}><Item connection={one} /></li>)}
      </Stack>
      <ImportDialog file={file} close={() => setFile(null)} />
    </Page>
  );
}

function Item({ connection }: { connection: Schemas['Connection'] }) {
  const { t } = useTranslation();
  return (
    <Link to={`/connections/${connection.name}`} className="row-link">
      <Card className="card" padding="lg">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={2} className="wrap">{connection.title}</Title>
            <Text size="sm" c="dimmed" className="wrap">{connection.name}</Text>
          </div>
          <Light connection={connection} />
        </Group>
        <Group gap={6} mt="md">
          {(['employees', 'telephony', 'text', 'deals'] as const).map((section) => (
            <Badge key={section} variant={connection.sections[section] ? 'light' : 'default'} tt="none" fw={500}
              color={connection.sections[section] ? 'leaf' : 'gray'} c={connection.sections[section] ? undefined : 'dimmed'}>
              {t(`section.${section}`)}{connection.sections[section] ? '' : ` · ${t('off')}`}
            </Badge>
          ))}
        </Group>
        <Text size="xs" c="dimmed" mt="sm">{t('connections.saved', { version: connection.version, at: when(connection.saved_at), author: connection.author })}</Text>
      </Card>
    </Link>
  );
}

/** The worst thing known about a connection, in a word. */
function Light({ connection }: { connection: Schemas['Connection'] }) {
  const { t } = useTranslation();
  const shut = connection.doors[0];
  if (shut) {
    return (
      <Stack gap={4} align="flex-end" maw={420}>
        <Badge color="red" variant="filled" tt="none" size="lg">{t('connections.shut')}</Badge>
        <Text size="xs" c="red" ta="right" className="wrap">{shut.code}: {shut.message}</Text>
      </Stack>
    );
  }
  if (connection.dead) return <Badge color="orange" variant="light" tt="none" size="lg">{t('connections.dead')}</Badge>;
  if (!connection.last_event_at) return <Badge color="gray" variant="light" tt="none" size="lg">{t('connections.silent')}</Badge>;
  return <Badge color="leaf" variant="light" tt="none" size="lg">{t('connections.works', { at: when(connection.last_event_at) })}</Badge>;
}
