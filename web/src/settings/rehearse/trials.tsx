import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { when } from '../../i18n';
import { Side } from './side';
import classes from './trials.module.css';

type Row = Schemas['RehearsalRow'];

/** The communications, each as it is and as it would be; on a narrow screen one under the other. */
export function Trials({ rows }: { rows: Row[] }) {
  const { t } = useTranslation();
  return (
    <table className={classes.table}>
      <thead><tr><th scope="col" className={classes.what}>{t('rehearse.communication')}</th><th scope="col" className={classes.side}>{t('changes.before')}</th><th scope="col" className={classes.side}>{t('changes.after')}</th></tr></thead>
      <tbody>{rows.map((row) => <Trial key={row.id} row={row} />)}</tbody>
    </table>
  );
}

function Trial({ row }: { row: Row }) {
  const { t, i18n } = useTranslation();
  const kind = row.key.split('/')[0] ?? '';
  const what = row.direction ? t(`journal.direction.${row.direction}`) : i18n.exists(`journal.kinds.${kind}`) ? t(`journal.kinds.${kind}`) : row.key;
  return (
    <tr>
      <td className={classes.what}>
        <Anchor component={Link} to={`/journal/${row.id}`} target="_blank" size="sm" fw={600}>{row.phone ? `+${row.phone}` : t('journal.noPhone')}</Anchor>
        <Text size="xs" c="dimmed" className="wrap">{when(row.started_at)} · {what}</Text>
        {row.changes.length === 0 && <Text size="xs" c="dimmed">{t('rehearse.same')}</Text>}
      </td>
      <td className={classes.side}><span className={classes.label}>{t('changes.before')}</span><Side side={row.before} changes={[]} /></td>
      <td className={classes.side}><span className={classes.label}>{t('changes.after')}</span><Side side={row.after} changes={row.changes} /></td>
    </tr>
  );
}
