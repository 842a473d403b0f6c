import { Indicator, Tabs } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditing } from './context';
import classes from './section.module.css';

export interface SectionTab {
  name: 'main' | 'templates' | 'responsibles' | 'fields';
  /** The places it edits, for the mark of a problem. */
  paths: string[];
  content: ReactNode;
}

/** «Основное», «Шаблоны», «Ответственные», «Дополнительные поля». */
export function SectionTabs({ tabs }: { tabs: SectionTab[] }) {
  const { t } = useTranslation();
  const { problems } = useEditing();
  const bad = (tab: SectionTab) => problems.some((one) => tab.paths.some((path) => one.path.startsWith(path)));
  const [tab, setTab] = useState<string>('main');
  const firstBad = tabs.find(bad)?.name;
  useEffect(() => {
    if (firstBad) setTab(firstBad);
  }, [firstBad]);
  return (
    <Tabs value={tab} onChange={(next) => setTab(next ?? 'main')} keepMounted={false}>
      <div className={classes.tabs}>
        <Tabs.List mb="md">
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.name} value={tab.name}>
              <Indicator disabled={!bad(tab)} color="red" size={8} offset={-2}>{t(`tab.${tab.name}`)}</Indicator>
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      {tabs.map((tab) => <Tabs.Panel key={tab.name} value={tab.name}>{tab.content}</Tabs.Panel>)}
    </Tabs>
  );
}
