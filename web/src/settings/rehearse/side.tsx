import { Badge, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { told } from '../../i18n';
import { useChoices, type ListName } from '../choices';
import classes from './trials.module.css';

type OneSide = Schemas['RehearsalSide'];
type Change = Schemas['RehearsalChange'];

const COLORS = { filtered: 'gray', nothing: 'gray', goes_on: 'blue', task: 'leaf' } as const;

/** What becomes of a communication by one of the two settings; what changes is marked. */
export function Side({ side, changes }: { side: OneSide; changes: Change[] }) {
  const { t } = useTranslation();
  const object = useLabel('task_objects', side.object?.toString());
  const line = (key: Change[], content: ReactNode) => (
    <Text size="sm" className={`${classes.line} ${key.some((one) => changes.includes(one)) ? classes.changed : ''}`}>{content}</Text>
  );
  return (
    <Stack gap={4}>
      {line(['admission', 'task'], <Badge color={COLORS[side.made]} variant="light" tt="none" h="auto" styles={{ label: { whiteSpace: 'normal' } }}>{t(`rehearse.made.${side.made}`, { task: side.task })}</Badge>)}
      {side.name !== null && side.name !== undefined && line(['name'], `«${side.name}»`)}
      {side.assignee && line(['assignee'], <>{t('rehearse.assignee')}: <Assignee assignee={side.assignee} /></>)}
      {object && line(['object'], `${t('rehearse.object')}: ${object}`)}
      {side.contact && line(['contact'], `${t('rehearse.contact')}: ${side.contact}`)}
      {side.contact_fields.length > 0 && line(['contact_fields'], <Fields title={t('rehearse.contactFields')} list="contact_fields" fields={side.contact_fields} />)}
      {side.task_fields.length > 0 && line(['task_fields'], <Fields title={t('rehearse.taskFields')} list="task_fields" fields={side.task_fields} />)}
      {side.reason && <Text size="xs" c="dimmed" className="wrap">{told(side.reason)}</Text>}
      {side.unknown.map((one) => <Text key={one.en} size="xs" c="orange" className="wrap">{told(one)}</Text>)}
    </Stack>
  );
}

function Assignee({ assignee }: { assignee: NonNullable<OneSide['assignee']> }) {
  const { t } = useTranslation();
  const label = useLabel('planfix_users', assignee.name ? undefined : (assignee.user ?? undefined));
  return <>{assignee.name ?? label ?? t('rehearse.unknown')}{assignee.why && <Text span size="xs" c="dimmed">{` (${told(assignee.why)})`}</Text>}</>;
}

function Fields({ title, list, fields }: { title: string; list: ListName; fields: Schemas['RehearsalField'][] }) {
  return <>{title}: {fields.map((one, at) => <span key={one.field}>{at > 0 && ', '}<Named list={list} value={String(one.field)} /> = {one.value}</span>)}</>;
}

function Named({ list, value }: { list: ListName; value: string }) {
  return <>{useLabel(list, value)}</>;
}

/** What people call a value of the settings; the list is the one that the page's selects have read. */
function useLabel(list: ListName, value: string | undefined): string | undefined {
  const { items } = useChoices(value === undefined ? undefined : list);
  return items.find((one) => one.value === value)?.label ?? value;
}
