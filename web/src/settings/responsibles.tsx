import { ActionIcon, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConditionField } from './condition/button';
import type { Flow } from './condition/model';
import { useField, useProblemsIn } from './context';
import { ChoiceField } from './fields';
import type { Json } from './paths';
import { Part } from './section';
import classes from './section.module.css';

/** «Ответственный по умолчанию» and the rules before it: the first one whose condition holds decides. */
export function Responsibles({ path, flow, title }: { path: string; flow: Flow; title: string }) {
  const { t } = useTranslation();
  const rules = useField<Json[] | undefined>(`${path}.rules`);
  const list = rules.value ?? [];
  const move = (from: number, to: number) => {
    const next = [...list];
    next.splice(to, 0, ...next.splice(from, 1));
    rules.set(next);
  };
  return (
    <Part title={title}>
      <ChoiceField path={`${path}.default`} list="planfix_users" required clearable label={t('responsibles.default')} />
      <Part>
        {list.length > 0 && <Text size="xs" c="dimmed">{t('responsibles.order')}</Text>}
        {list.map((_, at) => (
          <Rule key={at} path={`${path}.rules[${at}]`} flow={flow} disabled={rules.disabled} number={at + 1}
            up={at > 0 ? () => move(at, at - 1) : undefined} down={at < list.length - 1 ? () => move(at, at + 1) : undefined}
            remove={() => rules.set(list.filter((_one, other) => other !== at))} />
        ))}
        <Group><Button variant="default" radius="xl" leftSection={<IconPlus size={16} />} disabled={rules.disabled}
          onClick={() => rules.set([...list, { employee: null, when: null }])}>{t('add')}</Button></Group>
      </Part>
    </Part>
  );
}

function Rule({ path, flow, number, disabled, up, down, remove }: {
  path: string; flow: Flow; number: number; disabled: boolean; up?: () => void; down?: () => void; remove: () => void;
}) {
  const { t } = useTranslation();
  const problems = useProblemsIn(`${path}.when`);
  const icons = [
    { label: t('responsibles.up'), icon: <IconArrowUp size={16} />, act: up },
    { label: t('responsibles.down'), icon: <IconArrowDown size={16} />, act: down },
    { label: t('remove'), icon: <IconX size={18} />, act: remove },
  ];
  return (
    <Stack gap={4}>
      <Group align="flex-end" gap="xs">
        <div style={{ flex: '1 1 220px' }}><ChoiceField path={`${path}.employee`} list="planfix_users" label={t('responsibles.employee', { number })} /></div>
        <ConditionField path={`${path}.when`} flow={flow} compact={problems.length === 0} label={t('responsibles.condition', { number })} />
        <Group gap={2}>
          {icons.map(({ label, icon, act }) => (
            <Tooltip key={label} label={label} withArrow>
              <ActionIcon variant="subtle" color="gray" size="lg" className={classes.quiet} aria-label={`${label}: ${number}`} disabled={disabled || !act} onClick={act}>{icon}</ActionIcon>
            </Tooltip>
          ))}
        </Group>
      </Group>
    </Stack>
  );
}
