import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Link } from './live';
import classes from './workspace.module.css';

/** Says that news don't come, and that nothing is lost by that. */
export function LinkNote({ link }: { link: Link }) {
  const { t } = useTranslation();
  if (link !== 'broken') return null;
  return <p className={classes.offline} role="status"><IconPlugConnectedX size={16} aria-hidden /> {t('work.offline')}</p>;
}
