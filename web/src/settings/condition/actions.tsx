import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ActionProps, FullOption, ValueSelectorProps } from 'react-querybuilder';

/** «Условие», «Группа». */
export function AddAction({ handleOnClick, label, title, disabled }: ActionProps) {
  return <Button variant="default" leftSection={<IconPlus size={16} />} title={title} disabled={disabled} onClick={(event) => handleOnClick(event)}>{label}</Button>;
}

export function RemoveAction({ handleOnClick, title, disabled }: ActionProps) {
  return (
    <Tooltip label={title} withArrow>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={title} disabled={disabled} onClick={(event) => handleOnClick(event)}><IconX size={18} /></ActionIcon>
    </Tooltip>
  );
}

/** Параметр, Включить | Исключить, И | ИЛИ. */
export function ChooseAction({ options, value, handleOnChange, title, className, disabled }: ValueSelectorProps) {
  const data = (options as FullOption[]).map((one) => ({ value: one.name, label: one.label }));
  return (
    <Select className={className} data={data} value={value ?? null} aria-label={title} allowDeselect={false} disabled={disabled}
      onChange={(next) => next !== null && handleOnChange(next)} />
  );
}
