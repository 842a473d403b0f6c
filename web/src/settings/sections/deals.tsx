import { useTranslation } from 'react-i18next';
import { useField } from '../context';
import { ChoiceField } from '../fields';
import { HookUrl } from '../hook-url';
import { Section } from '../section';

/** «Число», the only numeric type of field that can be written. */
const NUMBER = 1;

/** «Сделки». */
export function Deals() {
  const { t } = useTranslation();
  const object = useField<number | null | undefined>('deals.task_object').value ?? undefined;
  return (
    <Section path="deals" title={t('settings.deals')} switched="deals.enabled">
      <HookUrl hook="planfix_deals" about={t('hook.planfix_deals')} />
      <ChoiceField path="deals.task_object" list="task_objects" kept="number" required clearable description={t('deals.objectAbout')} />
      <ChoiceField path="deals.success_status" list="statuses" object={object} kept="number" required clearable />
      <ChoiceField path="deals.failure_status" list="statuses" object={object} kept="number" required clearable />
      <ChoiceField path="deals.amount_field" list="task_fields" kept="number" required clearable only={(one) => one.kind === NUMBER} description={t('deals.amountAbout')} />
    </Section>
  );
}
