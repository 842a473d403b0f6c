import { useTranslation } from 'react-i18next';
import type { Line } from './types';
import classes from './workspace.module.css';

/** The message that is answered; a click leads to it. */
export function Quote({ line, go }: { line?: Line; go?: () => void }) {
  const { t } = useTranslation();
  const message = line?.message;
  const text = message ? message.text || message.file?.name || t('work.file.one') : t('work.quote.above');
  const who = message?.author_name ?? (message?.author === 'visitor' ? t('work.clientWord') : undefined);
  const inside = <>{who && <b>{who}</b>}<span>{text}</span></>;
  return go
    ? <button type="button" className={classes.quote} onClick={go}><span className="visually-hidden">{t('work.quote.go')}</span>{inside}</button>
    : <div className={classes.quote}>{inside}</div>;
}
