import { IconAlertCircle, IconCheck, IconChecks, IconClock, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from './types';
import classes from './workspace.module.css';

const SHOWN = {
  sending: IconClock, unknown: IconHelpCircle, accepted: IconCheck, sent: IconCheck, delivered: IconChecks, read: IconChecks, failed: IconAlertCircle,
} as const;

/** How far a message to the client has come. */
export function Ticks({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const Shown = SHOWN[delivery];
  const name = t(`work.delivery.${delivery}`);
  return <span className={classes.ticks} data-delivery={delivery} title={name}><Shown size={15} role="img" aria-label={name} /></span>;
}
