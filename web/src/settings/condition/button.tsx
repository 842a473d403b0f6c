import { Button, Indicator, Text, Tooltip } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useField, useProblemsIn } from '../context';
import type { Json } from '../paths';
import { told } from '../../i18n';
import { later } from '../../ui/later';
import { inWords, type Flow } from './model';

// the builder is fetched when somebody opens it
const ConditionDialog = later(async () => (await import('./dialog')).ConditionDialog);

/** A filter: a button with a green dot when it is set, and its condition in a dialog. */
export function ConditionField({ path, flow, label, compact }: { path: string; flow: Flow; label: string; compact?: boolean }) {
  const { t } = useTranslation();
  const field = useField<Json | undefined>(path);
  const problems = useProblemsIn(path);
  const [opened, setOpened] = useState(false);
  const set = field.value !== null && field.value !== undefined;
  const words = {
    param: (name: string) => t(`param.${name}`), include: t('condition.is'), exclude: t('condition.isNot'), and: t('condition.and'), or: t('condition.or'),
  };
  const text = inWords(field.value, words);
  return (
    <div>
      <Tooltip label={text || t('condition.none')} multiline maw={420} withArrow>
        <Indicator inline disabled={!set} color="leaf" size={12} offset={4} withBorder>
          <Button variant="default" radius="xl" px={compact ? 10 : undefined} leftSection={compact ? undefined : <IconFilter size={18} />} onClick={() => setOpened(true)}
            aria-label={`${label}: ${text || t('condition.none')}`} aria-haspopup="dialog">
            {compact ? <IconFilter size={18} /> : label}
          </Button>
        </Indicator>
      </Tooltip>
      {!compact && <Text size="xs" c="dimmed" mt={6} className="wrap">{text || t('condition.none')}{field.changed && <Text span c="leaf" fw={700}> •</Text>}</Text>}
      {problems.map((one) => <Text key={one.path + one.code} size="xs" c="red" role="alert" className="wrap">{told(one)}</Text>)}
      {opened && (
        <ConditionDialog flow={flow} title={label} condition={field.value} readOnly={field.disabled} close={() => setOpened(false)}
          save={(next) => {
            field.set(next);
            setOpened(false);
          }} />
      )}
    </div>
  );
}
