import { ActionIcon, Button, Card, Group, Menu, Modal, PasswordInput, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconDots, IconKey, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value, type Role, type Schemas } from '../api/client';
import { when } from '../i18n';
import { Confirm } from '../ui/confirm';
import { Page } from '../ui/page';
import { Broken, Loading, useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import { useRoles } from '../ui/roles';
import { Operators } from './operators';

type Person = Schemas['Person'];

export function PeoplePage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const people = useQuery({ queryKey: ['people'], queryFn: () => value(api.GET('/api/people')) });
  const actions = <Button leftSection={<IconUserPlus size={18} />} onClick={() => setAdding(true)}>{t('people.add')}</Button>;
  return (
    <Page title={t('people.title')} about={t('people.about')} actions={actions}>
      {people.isPending && <Loading />}
      {people.isError && <Broken error={people.error} retry={() => void people.refetch()} />}
      {people.data && (
        <Card className="card" padding="xs">
          <Table className="stacks" verticalSpacing="xs">
            <Table.Thead><Table.Tr><Table.Th>{t('email')}</Table.Th><Table.Th>{t('role.title')}</Table.Th><Table.Th>{t('people.seen')}</Table.Th><Table.Th /></Table.Tr></Table.Thead>
            <Table.Tbody>{people.data.items.map((one) => <Row key={one.id} person={one} />)}</Table.Tbody>
          </Table>
        </Card>
      )}
      {people.data && <Operators />}
      <Modal opened={adding} onClose={() => setAdding(false)} title={t('people.add')} closeButtonProps={{ 'aria-label': t('close') }}>
        <PersonForm done={() => setAdding(false)} />
      </Modal>
    </Page>
  );
}

function Row({ person }: { person: Person }) {
  const { t } = useTranslation();
  const roles = useRoles();
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  const [removing, setRemoving] = useState(false);
  const [resetting, setResetting] = useState(false);
  const path = { params: { path: { id: person.id } } };
  const after = { onSuccess: () => void queries.invalidateQueries({ queryKey: ['people'] }), onError: (error: unknown) => toast(reason(error), true) };
  const setRole = useMutation({ mutationFn: (role: Role) => value(api.PATCH('/api/people/{id}', { ...path, body: { role } })), ...after });
  const remove = useMutation({ mutationFn: () => value(api.DELETE('/api/people/{id}', path)), ...after, onSettled: () => setRemoving(false) });
  return (
    <Table.Tr>
      <Table.Td className="wrap">{person.email}</Table.Td>
      <Table.Td>
        <Select data={roles} value={person.role} allowDeselect={false} w={170} size="sm" aria-label={t('role.of', { email: person.email })}
          onChange={(role) => role && setRole.mutate(role as Role)} comboboxProps={{ width: 320, position: 'bottom-start' }}
          renderOption={({ option }) => <div><Text size="sm">{option.label}</Text><Text size="xs" c="dimmed">{t(`role.about.${option.value}`)}</Text></div>} />
      </Table.Td>
      <Table.Td data-label={t('people.seen')}><Text span size="sm" c="dimmed">{person.last_seen_at ? when(person.last_seen_at) : t('never')}</Text></Table.Td>
      <Table.Td ta="right">
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('people.more', { email: person.email })}><IconDots size={18} /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconKey size={16} />} onClick={() => setResetting(true)}>{t('people.reset')}</Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => setRemoving(true)}>{t('people.remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Confirm opened={removing} title={t('people.remove')} yes={t('people.remove')} danger busy={remove.isPending}
          onNo={() => setRemoving(false)} onYes={() => remove.mutate()}>{t('people.removeAsk', { email: person.email })}</Confirm>
        <Modal opened={resetting} onClose={() => setResetting(false)} title={t('people.reset')} closeButtonProps={{ 'aria-label': t('close') }}>
          <PersonForm person={person} done={() => setResetting(false)} />
        </Modal>
      </Table.Td>
    </Table.Tr>
  );
}

/** A new account, or another password of one. */
function PersonForm({ person, done }: { person?: Person; done: () => void }) {
  const { t } = useTranslation();
  const roles = useRoles();
  const queries = useQueryClient();
  const toast = useToast();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [password, setPassword] = useState('');
  const save = useMutation({
    mutationFn: async () => {
      if (person) await value(api.PATCH('/api/people/{id}', { params: { path: { id: person.id } }, body: { password } }));
      else await value(api.POST('/api/people', { body: { email, role, password } }));
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['people'] });
      toast(person ? t('people.resetDone') : t('people.added', { email }));
      done();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {person ? <Text size="sm" className="wrap">{t('people.resetAbout', { email: person.email })}</Text> : (
          <>
            <TextInput label={t('email')} type="email" required value={email} onChange={(event) => setEmail(event.currentTarget.value)} data-autofocus />
            <Select label={t('role.title')} description={t(`role.about.${role}`)} data={roles} value={role} allowDeselect={false} onChange={(next) => next && setRole(next as Role)} />
          </>
        )}
        <PasswordInput label={t('password')} description={t('passwordRule')} autoComplete="new-password" required value={password}
          onChange={(event) => setPassword(event.currentTarget.value)} visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} />
        {save.isError && <Broken error={save.error} />}
        <Group justify="flex-end"><Button variant="default" onClick={done}>{t('cancel')}</Button><Button type="submit" loading={save.isPending}>{t('save')}</Button></Group>
      </Stack>
    </form>
  );
}
