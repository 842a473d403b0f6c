import { Card, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { Broken, Loading, useReason } from '../ui/states';
import { useToast } from '../ui/toast';

/** Who answers chats as which employee of UIS, connection by connection. */
export function Operators() {
  const { t } = useTranslation();
  const connections = useQuery({ queryKey: ['connections'], queryFn: () => value(api.GET('/api/connections')) });
  if (!connections.data?.items.length) return null;
  return (
    <Stack component="section" gap="sm" aria-label={t('work.people.title')}>
      <div><Title order={2}>{t('work.people.title')}</Title><Text c="dimmed" size="sm">{t('work.people.about')}</Text></div>
      {connections.data.items.map((one) => <OfConnection key={one.name} name={one.name} title={one.title} />)}
    </Stack>
  );
}

function OfConnection({ name, title }: { name: string; title: string }) {
  const { t } = useTranslation();
  const operators = useQuery({
    queryKey: ['operators', name],
    queryFn: () => value(api.GET('/api/connections/{name}/operators', { params: { path: { name } } })),
  });
  const employees = useQuery({
    queryKey: ['choices', name, 'uis_employees', undefined],
    queryFn: () => value(api.GET('/api/connections/{name}/choices/{list}', { params: { path: { name, list: 'uis_employees' } } })),
    staleTime: 5 * 60_000,
  });
  const choices = (employees.data?.items ?? []).map((one) => ({ value: one.value, label: one.label }));
  return (
    <Card className="card" padding="xs">
      <Table.ScrollContainer minWidth={440}>
        <Table verticalSpacing="xs">
          <Table.Caption>{title}</Table.Caption>
          <Table.Tbody>{operators.data?.items.map((one) => <Row key={one.person} name={name} person={one} choices={choices} />)}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {operators.isPending && <Loading rows={2} />}
      {operators.isError && <Broken error={operators.error} retry={() => void operators.refetch()} />}
      {employees.data?.failure && <Text size="sm" c="dimmed" p="xs" className="wrap">{t('work.people.title')}: {employees.data.failure.message}</Text>}
    </Card>
  );
}

function Row({ name, person, choices }: { name: string; person: Schemas['PersonAtWork']; choices: { value: string; label: string }[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  const choose = useMutation({
    mutationFn: (employee: number | null) => value(api.PUT('/api/connections/{name}/operators', { params: { path: { name } }, body: { person: person.person, employee } })),
    onSuccess: () => {
      toast(t('work.people.saved'));
      void queries.invalidateQueries({ queryKey: ['operators', name] });
      void queries.invalidateQueries({ queryKey: ['work', name, 'me'] });
    },
    onError: (error) => toast(reason(error), true),
  });
  const unchosen = person.chosen ? t('work.people.auto') : person.name ? t('work.people.byEmail', { name: person.name }) : t('work.people.nobody');
  return (
    <Table.Tr>
      <Table.Td className="wrap">{person.email}</Table.Td>
      <Table.Td w={280}>
        <Select size="xs" searchable allowDeselect={false} aria-label={t('work.people.choose', { email: person.email })} data={[{ value: '', label: unchosen }, ...choices]} disabled={choose.isPending}
          value={person.chosen ? String(person.chosen) : ''} onChange={(next) => choose.mutate(next ? Number(next) : null)} />
      </Table.Td>
    </Table.Tr>
  );
}
