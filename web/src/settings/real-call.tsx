import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { when } from '../i18n';
import { useEditing } from './context';

const OFFERED = 20;

/** One of the last calls, to see what a template makes of it. */
export function RealCall({ value: chosen, choose }: { value: string | null; choose: (id: string | null) => void }) {
  const { t } = useTranslation();
  const { name } = useEditing();
  const calls = useQuery({
    queryKey: ['last-calls', name],
    queryFn: () => value(api.GET('/api/journal', { params: { query: { connection: name, kind: 'call', limit: OFFERED } } })),
    staleTime: 60_000,
  });
  const data = calls.data?.items.map((one) => ({ value: String(one.id), label: `${one.phone ? `+${one.phone}` : one.key} · ${when(one.started_at)}` })) ?? [];
  if (data.length === 0) return null;
  return (
    <Select size="xs" mt={6} maw={360} clearable aria-label={t('template.real')} placeholder={t('template.real')} data={data} value={chosen} onChange={choose} />
  );
}
