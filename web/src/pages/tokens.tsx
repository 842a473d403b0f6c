import { Alert, Button, Card, Code, Group, Modal, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value, type Role, type Schemas } from '../api/client';
import { when } from '../i18n';
import { Confirm } from '../ui/confirm';
import { Copy } from '../ui/copy';
import { Page } from '../ui/page';
import { useRoles } from '../ui/roles';
import { Broken, Empty, Loading, useReason } from '../ui/states';
import { useToast } from '../ui/toast';

export function TokensPage() {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: () => value(api.GET('/api/tokens')) });
  const actions = <Button leftSection={<IconPlus size={18} />} onClick={() => setMaking(true)}>{t('tokens.create')}</Button>;
  return (
    <Page title={t('tokens.title')} about={t('tokens.about')} actions={actions}>
      {tokens.isPending && <Loading />}
      {tokens.isError && <Broken error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data?.items.length === 0 && <Empty title={t('tokens.none')}>{t('tokens.noneAbout')}</Empty>}
      {tokens.data && tokens.data.items.length > 0 && (
        <Card className="card" padding="xs">
          <Table className="stacks" verticalSpacing="xs">
            <Table.Thead><Table.Tr><Table.Th>{t('tokens.label')}</Table.Th><Table.Th>{t('role.title')}</Table.Th><Table.Th>{t('tokens.made')}</Table.Th><Table.Th /></Table.Tr></Table.Thead>
            <Table.Tbody>{tokens.data.items.map((one) => <Row key={one.id} token={one} />)}</Table.Tbody>
          </Table>
        </Card>
      )}
      <Modal opened={making} onClose={() => setMaking(false)} title={t('tokens.create')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
        <TokenForm done={() => setMaking(false)} />
      </Modal>
    </Page>
  );
}

function Row({ token }: { token: Schemas['Token'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => value(api.DELETE('/api/tokens/{id}', { params: { path: { id: token.id } } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['tokens'] }),
    onError: (error) => toast(reason(error), true),
  });
  return (
    <Table.Tr>
      <Table.Td className="wrap">{token.label}</Table.Td>
      <Table.Td data-label={t('role.title')}>{t(`role.${token.role}`)}</Table.Td>
      <Table.Td data-label={t('tokens.made')}><Text span size="sm" c="dimmed">{when(token.created_at)}</Text></Table.Td>
      <Table.Td ta="right">
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>{t('tokens.revoke')}</Button>
        <Confirm opened={asking} title={t('tokens.revoke')} yes={t('tokens.revoke')} danger busy={revoke.isPending}
          onNo={() => setAsking(false)} onYes={() => revoke.mutate()}>{t('tokens.revokeAsk', { label: token.label })}</Confirm>
      </Table.Td>
    </Table.Tr>
  );
}

function TokenForm({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const roles = useRoles();
  const queries = useQueryClient();
  const [label, setLabel] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const make = useMutation({
    mutationFn: () => value(api.POST('/api/tokens', { body: { label, role } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  if (make.data) {
    return (
      <Stack>
        <Alert color="leaf" title={t('tokens.ready')}>{t('tokens.once')}</Alert>
        <Group wrap="nowrap" align="flex-start"><Code block className="wrap" style={{ flex: 1, whiteSpace: 'pre-wrap' }}>{make.data.token}</Code><Copy text={make.data.token} label={t('copy')} /></Group>
        <Text size="xs" c="dimmed" className="wrap">Authorization: Bearer {make.data.token.slice(0, 12)}…</Text>
        <Group justify="flex-end"><Button onClick={done}>{t('tokens.kept')}</Button></Group>
      </Stack>
    );
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput label={t('tokens.label')} description={t('tokens.labelAbout')} required maxLength={100} value={label} onChange={(event) => setLabel(event.currentTarget.value)} data-autofocus />
        <Select label={t('role.title')} description={t(`role.about.${role}`)} data={roles} value={role} allowDeselect={false} onChange={(next) => next && setRole(next as Role)} />
        {make.isError && <Broken error={make.error} />}
        <Group justify="flex-end"><Button variant="default" onClick={done}>{t('cancel')}</Button><Button type="submit" loading={make.isPending}>{t('tokens.create')}</Button></Group>
      </Stack>
    </form>
  );
}
