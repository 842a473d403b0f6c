import { ActionIcon, Badge, Card, Collapse, Group, Stack, Switch, Title } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditing, useField, useProblemsIn } from './context';
import { changes, getAt } from './paths';
import classes from './section.module.css';

/** A section with its switch, which folds. */
export function Section({ path, title, switched, opened: first = false, children }: {
  path: string; title: string; switched?: string; opened?: boolean; children: ReactNode;
}) {
  const { t } = useTranslation();
  const { saved, draft } = useEditing();
  const [opened, setOpened] = useState(first);
  const problems = useProblemsIn(path);
  const changed = changes(getAt(saved, path), getAt(draft, path)).length;
  const body = useId();
  // what nobody has unfolded asks nothing and fetches nothing
  const [unfolded, setUnfolded] = useState(first);
  if (opened && !unfolded) setUnfolded(true);
  // what is wrong must not hide
  useEffect(() => {
    if (problems.length > 0) setOpened(true);
  }, [problems.length]);
  return (
    <Card className="card" padding={0} component="section" aria-label={title}>
      <Group px="lg" py="md" justify="space-between" wrap="nowrap">
        <Group gap="md" wrap="nowrap">
          {switched && <SectionSwitch path={switched} title={title} onOn={() => setOpened(true)} />}
          <Title order={2}>{title}</Title>
        </Group>
        <Group gap="xs" wrap="nowrap">
          {problems.length > 0 && <Count color="red" number={problems.length} words={t('settings.problems', { count: problems.length })} />}
          {problems.length === 0 && changed > 0 && <Count number={changed} words={t('settings.changes', { count: changed })} />}
          <ActionIcon variant="subtle" color="gray" size="lg" onClick={() => setOpened(!opened)} aria-expanded={opened} aria-controls={body}
            aria-label={t(opened ? 'settings.fold' : 'settings.unfold', { title })}>
            <IconChevronDown className={opened ? classes.up : classes.down} />
          </ActionIcon>
        </Group>
      </Group>
      <Collapse expanded={opened} id={body}>
        {unfolded && <Stack px="lg" pb="lg" gap="md">{children}</Stack>}
      </Collapse>
    </Card>
  );
}

/** In words where there is room, as a number where there is not. */
function Count({ number, words, color }: { number: number; words: string; color?: string }) {
  return (
    <>
      <Badge color={color} variant="light" tt="none" visibleFrom="sm">{words}</Badge>
      <Badge color={color} variant="light" tt="none" hiddenFrom="sm" aria-label={words} role="img" miw="max-content">{number}</Badge>
    </>
  );
}

function SectionSwitch({ path, title, onOn }: { path: string; title: string; onOn: () => void }) {
  const field = useField<boolean | undefined>(path);
  return (
    <Switch size="lg" checked={field.value === true} disabled={field.disabled} aria-label={title} withThumbIndicator={false}
      onChange={(event) => {
        field.set(event.currentTarget.checked);
        if (event.currentTarget.checked) onOn();
      }} />
  );
}

/** A framed part of a section. */
export function Part({ title, children, aside }: { title?: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <Card className="card" padding="md">
      <Stack gap="sm">
        {title && <Group justify="space-between" wrap="nowrap"><Title order={3}>{title}</Title>{aside}</Group>}
        {children}
      </Stack>
    </Card>
  );
}
