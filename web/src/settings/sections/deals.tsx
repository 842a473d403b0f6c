import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value } from '../../api/client';
import { useMay } from '../../api/session';
import { Backfill } from '../../deals/backfill';
import { Listen } from '../../deals/listen';
import { Scenarios } from '../../deals/scenarios';
import { useEditing, useField } from '../context';
import { ChoiceField } from '../fields';
import { HookUrl } from '../hook-url';
import { same } from '../paths';
import { Section } from '../section';

/** «Число», the only numeric type of field that can be written. */
const NUMBER = 1;

/** «Сделки». */
export function Deals() {
  const { t } = useTranslation();
  const { name, saved, draft, readOnly } = useEditing();
  const object = useField<number | null | undefined>('deals.task_object').value ?? undefined;
  const enabled = useField<boolean | undefined>('deals.enabled').value === true;
  const unsaved = !same(saved.deals, draft.deals);
  return (
    <Section path="deals" title={t('settings.deals')} switched="deals.enabled">
      <HookUrl hook="planfix_deals" about={t('hook.planfix_deals')} />
      <ChoiceField path="deals.task_object" list="task_objects" kept="number" required clearable description={t('deals.objectAbout')} />
      <ChoiceField path="deals.success_status" list="statuses" object={object} kept="number" required clearable />
      <ChoiceField path="deals.failure_status" list="statuses" object={object} kept="number" required clearable />
      <ChoiceField path="deals.amount_field" list="task_fields" kept="number" required clearable only={(one) => one.kind === NUMBER} description={t('deals.amountAbout')} />
      <Recipes name={name} />
      {enabled && unsaved && <Text size="sm" c="dimmed">{t('deals.saveFirst')}</Text>}
      {enabled && !unsaved && <Listen name={name} />}
      {enabled && !unsaved && <Backfill name={name} disabled={readOnly} />}
    </Section>
  );
}

/** The recipes with the connection's own address, which only admins see. */
function Recipes({ name }: { name: string }) {
  const admin = useMay('admin');
  const urls = useQuery({ queryKey: ['urls', name], queryFn: () => value(api.GET('/api/connections/{name}/urls', { params: { path: { name } } })), enabled: admin });
  return <Scenarios url={urls.data?.items.find((one) => one.hook === 'planfix_deals')?.url} />;
}
