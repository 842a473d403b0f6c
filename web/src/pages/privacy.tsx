import { Button, Card, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value, type Role } from '../api/client';
import { useMay } from '../api/session';
import { Page } from '../ui/page';
import { Broken, Loading } from '../ui/states';
import { useToast } from '../ui/toast';

const ROLES: Role[] = ['viewer', 'operator', 'admin', 'owner'];

/** Who sees clients' phones whole. */
export function PrivacyPage() {
  const { t } = useTranslation();
  const privacy = useQuery({ queryKey: ['privacy'], queryFn: () => value(api.GET('/api/privacy')) });
  return (
    <Page title={t('privacy.title')} about={t('privacy.about')}>
      {privacy.isPending && <Loading rows={2} />}
      {privacy.isError && <Broken error={privacy.error} retry={() => void privacy.refetch()} />}
      {privacy.data && <Phones key={privacy.data.phones} now={privacy.data.phones} />}
    </Page>
  );
}

function Phones({ now }: { now: Role }) {
  const { t } = useTranslation();
  const owner = useMay('owner');
  const admin = useMay('admin');
  const queries = useQueryClient();
  const toast = useToast();
  const [phones, setPhones] = useState(now);
  const save = useMutation({
    mutationFn: () => value(api.PUT('/api/privacy', { body: { phones } })),
    onSuccess: () => {
      toast(t('privacy.saved'));
      void queries.invalidateQueries();
    },
  });
  // who does not see phones himself can't say who does
  const may = owner || (admin && now !== 'owner');
  const roles = ROLES.filter((role) => owner || role !== 'owner' || role === now);
  return (
    <Card className="card" padding="lg" maw={560}>
      <Stack>
        <Select label={t('privacy.phones')} description={t('privacy.phonesAbout')} disabled={!may} allowDeselect={false} value={phones}
          data={roles.map((role) => ({ value: role, label: t(`privacy.from.${role}`) }))} onChange={(next) => next && setPhones(next as Role)} />
        <Text size="sm" c="dimmed">{t('privacy.example')} <span className="mono">+•••••••4567</span></Text>
        {save.isError && <Broken error={save.error} />}
        {may && <Group justify="flex-end"><Button disabled={phones === now} loading={save.isPending} onClick={() => save.mutate()}>{t('save')}</Button></Group>}
      </Stack>
    </Card>
  );
}
