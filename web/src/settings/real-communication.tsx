import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { when } from '../i18n';
import type { Flow } from './condition/model';
import { useEditing } from './context';

const OFFERED = 20;

/** One of the last calls, leads or chats, to see what a template makes of it. */
export function RealCommunication({ flow, value: chosen, choose }: { flow: Flow; value: string | null; choose: (id: string | null) => void }) {
  const { t } = useTranslation();
  const { name } = useEditing();
  const last = useQuery({
    queryKey: ['last-communications', name, flow],
    queryFn: () => value(api.GET('/api/journal', { params: { query: { connection: name, kind: flow, limit: OFFERED } } })),
    staleTime: 60_000,
  });
  const data = last.data?.items.map((one) => ({ value: String(one.id), label: `${who(one)} · ${when(one.started_at)}` })) ?? [];
  if (data.length === 0) return null;
  const label = t(`template.real.${flow}`);
  return (
    <Select size="xs" mt={6} maw={360} clearable aria-label={label} placeholder={label} data={data} value={chosen} onChange={choose} />
  );
}

/** By what people recognise it in a list. */
function who({ client, phone, key }: Schemas['Communication']): string {
  return client || (phone ? `+${phone}` : key);
}
