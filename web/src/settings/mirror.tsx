import { Alert, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useField } from './context';
import { CheckField } from './fields';
import { HookUrl } from './hook-url';
import type { Json } from './paths';

/** «Вести переписку и в задаче Планфикса»: the switch, what it changes, and what to enter over there. */
export function Mirror({ at }: { at: string }) {
  const { t } = useTranslation();
  const { value: on, savedValue: was } = useField<boolean | undefined>(`${at}.mirror`);
  const credentials = useField<Json | undefined>('credentials.planfix_chat').value;
  return (
    <>
      <CheckField path={`${at}.mirror`} description={t('text.mirror.about')} />
      {!on && was && <Alert color="yellow">{t('text.mirror.off')}</Alert>}
      {on && (
        <Stack gap="sm">
          {!credentials && <Alert color="yellow" title={t('text.mirror.needs')}>{t('text.mirror.needsAbout')}</Alert>}
          <Alert color="blue" title={t('text.mirror.changes')}><Lines of="text.mirror.lines" /></Alert>
          <div>
            <Text size="sm" fw={600} mb={4}>{t('text.mirror.there')}</Text>
            <Lines of="text.mirror.steps" ordered />
          </div>
          <HookUrl hook="planfix_chat" about={t('hook.planfix_chat')} />
        </Stack>
      )}
    </>
  );
}

function Lines({ of, ordered }: { of: string; ordered?: boolean }) {
  const { t } = useTranslation();
  const lines = t(of, { returnObjects: true }) as unknown as string[];
  return <List size="sm" type={ordered ? 'ordered' : 'unordered'} spacing={4}>{lines.map((line) => <List.Item key={line}>{line}</List.Item>)}</List>;
}
