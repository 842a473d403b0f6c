import { Card, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import classes from './analytics.module.css';
import { money } from './period';

type Row = Schemas['AnalyticsNumbers'];

const COUNTS = ['communications', 'tasks', 'deals', 'won', 'lost'] as const;

/** The numbers of each label, and all together. */
export function Numbers({ data, first }: { data: Schemas['Analytics']; first: string }) {
  const { t } = useTranslation();
  const heads = [...COUNTS, 'revenue', 'expected'] as const;
  return (
    <Card className="card" padding="md">
      <Table.ScrollContainer minWidth={840}>
        <Table className={classes.numbers} verticalSpacing={6} fz="sm" striped>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{first}</Table.Th>
              {heads.map((head) => <Table.Th key={head} scope="col" className={classes.number}>{t(`analytics.${head}`)}</Table.Th>)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.items.map((one) => <Line key={one.label ?? ''} label={one.label ?? t('analytics.unknown')} row={one} />)}
            {data.alone.deals > 0 && <Line label={t('analytics.alone')} row={data.alone} />}
          </Table.Tbody>
          <Table.Tfoot><Line label={t('analytics.total')} row={data.total} total /></Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

function Line({ label, row, total = false }: { label: string; row: Row; total?: boolean }) {
  const { i18n } = useTranslation();
  return (
    <Table.Tr className={total ? classes.total : undefined}>
      <Table.Th scope="row" className={classes.name} fw={total ? 650 : 400}>{label}</Table.Th>
      {COUNTS.map((count) => <Table.Td key={count} className={classes.number}>{row[count]}</Table.Td>)}
      <Table.Td className={classes.number}>{money(row.revenue, i18n.language)}</Table.Td>
      <Table.Td className={classes.number}>{money(row.expected, i18n.language)}</Table.Td>
    </Table.Tr>
  );
}
