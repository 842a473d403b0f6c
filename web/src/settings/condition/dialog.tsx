import { Button, Group, Modal, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryBuilder, type RuleGroupType } from 'react-querybuilder';
import { useReturnFocus } from '../../ui/return-focus';
import type { Json } from '../paths';
import './dialog.css';
import { PARAMS, fromQuery, hasUnfinished, toQuery, type Flow } from './model';
import { AddAction, ChooseAction, RemoveAction } from './actions';
import { ValuesEditor } from './values';

/** «Условия»: rows Параметр / Включить | Исключить / Значения, joined by И or ИЛИ, groups within groups. */
export function ConditionDialog({ flow, title, condition, readOnly, save, close }: {
  flow: Flow; title: string; condition: Json | undefined; readOnly: boolean; save: (next: Json) => void; close: () => void;
}) {
  const { t } = useTranslation();
  useReturnFocus();
  const narrow = useMediaQuery('(max-width: 640px)');
  const opening = useMemo(() => toQuery(condition), [condition]);
  const [query, setQuery] = useState<RuleGroupType>(opening);
  const [touched, setTouched] = useState(false);
  const done = () => {
    const next = fromQuery(query);
    // what was not touched stays as it was written
    save(JSON.stringify(fromQuery(opening)) === JSON.stringify(next) ? (condition ?? null) : next);
  };
  const unfinished = touched && hasUnfinished(query);
  return (
    <Modal opened onClose={close} title={`${t('condition.title')} · ${title}`} size="56rem" fullScreen={narrow ?? false} closeButtonProps={{ 'aria-label': t('close') }}>
      <QueryBuilder
        query={query}
        onQueryChange={(next: RuleGroupType) => setQuery(next)}
        fields={PARAMS[flow].map((name) => ({ name, label: t(`param.${name}`), defaultValue: [] }))}
        operators={[{ name: 'include', label: t('condition.include') }, { name: 'exclude', label: t('condition.exclude') }]}
        combinators={[{ name: 'and', label: t('condition.and') }, { name: 'or', label: t('condition.or') }]}
        getDefaultValue={() => []}
        resetOnFieldChange
        resetOnOperatorChange={false}
        addRuleToNewGroups
        showCombinatorsBetweenRules={false}
        disabled={readOnly}
        controlElements={{ valueEditor: ValuesEditor, valueSelector: ChooseAction, actionElement: AddAction, removeRuleAction: RemoveAction, removeGroupAction: RemoveAction }}
        controlClassnames={{ queryBuilder: 'svyazka-conditions' }}
        translations={{
          fields: { title: t('condition.param') }, operators: { title: t('condition.op') }, value: { title: t('condition.values') },
          combinators: { title: t('condition.combinator') },
          addRule: { label: t('condition.add'), title: t('condition.add') }, addGroup: { label: t('condition.addGroup'), title: t('condition.addGroup') },
          removeRule: { label: '✕', title: t('condition.remove') }, removeGroup: { label: '✕', title: t('condition.removeGroup') },
        }}
      />
      <Text size="xs" c={unfinished ? 'red' : 'dimmed'} mt="sm" role={unfinished ? 'alert' : undefined}>
        {unfinished ? t('condition.unfinished') : t('condition.hint')}
      </Text>
      <Group mt="lg">
        {!readOnly && <Button onClick={() => (hasUnfinished(query) && !touched ? setTouched(true) : done())}>{t('save')}</Button>}
        <Button variant="default" onClick={close}>{t('cancel')}</Button>
        {!readOnly && condition != null && <Button variant="subtle" color="red" onClick={() => save(null)}>{t('condition.clear')}</Button>}
      </Group>
    </Modal>
  );
}
