import { useTranslation } from 'react-i18next';
import { clock } from './moments';
import type { Happening, Line } from './types';
import classes from './workspace.module.css';

/** Something that happened, in one line. */
export function EventLine({ line, event }: { line: Line; event: Happening }) {
  const say = useSaying();
  return <div className={classes.event}><span className="wrap">{say(event)} · <time dateTime={line.at}>{clock(line.at)}</time></span></div>;
}

function useSaying() {
  const { t, i18n } = useTranslation();
  const somebody = (one?: { name?: string | null } | null) => one?.name ?? t('work.somebody');
  const known = (key: string, word?: string | null) => (word && i18n.exists(`${key}.${word}`) ? t(`${key}.${word}`) : word);
  return (event: Happening): string => {
    switch (event.what) {
      case 'opened': return event.initiator ? t('work.event.openedBy', { who: known('work.event.initiator', event.initiator) }) : t('work.event.opened');
      case 'taken': return t('work.event.taken', { who: somebody(event.by) });
      case 'given': return event.to ? t('work.event.given', { who: somebody(event.to) }) : t('work.event.freed');
      case 'transferred': return t('work.event.transferred', { from: somebody(event.from), to: somebody(event.to) });
      case 'refused': return t('work.event.refused', { deed: known('work.event.deed', event.deed), why: event.reason });
      case 'closed': {
        const why = event.comment ?? known('work.event.reason', event.reason);
        const said = event.by ? t('work.event.closedBy', { who: somebody(event.by) }) : t('work.event.closed');
        return why ? `${said}: ${why}` : said;
      }
      case 'reopened': return t('work.event.reopened');
      case 'done': return event.comment ? `${t('work.event.done', { who: somebody(event.by) })}: ${event.comment}` : t('work.event.done', { who: somebody(event.by) });
      case 'contact_made': return t('work.event.contact', { number: event.contact });
      case 'task_made': return t('work.event.task', { number: event.task });
    }
  };
}
