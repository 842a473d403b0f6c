// Moments as a chat shows them: short.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { lang } from '../i18n';

const locale = () => (lang() === 'ru' ? 'ru-RU' : 'en-GB');

export function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
}

/** Today the time, else the day. */
export function moment(iso: string): string {
  const at = new Date(iso);
  const now = new Date();
  if (at.toDateString() === now.toDateString()) return clock(iso);
  const sameYear = at.getFullYear() === now.getFullYear();
  return at.toLocaleDateString(locale(), { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

export function useDay() {
  const { t } = useTranslation();
  return (iso: string): string => {
    const at = new Date(iso);
    const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(iso).setHours(0, 0, 0, 0)) / 86_400_000);
    if (days === 0) return t('work.today');
    if (days === 1) return t('work.yesterday');
    return at.toLocaleDateString(locale(), { day: 'numeric', month: 'long', year: at.getFullYear() === new Date().getFullYear() ? undefined : 'numeric' });
  };
}

/** How long something lasts, in its largest units. */
export function useLasting() {
  const { t } = useTranslation();
  return useCallback((milliseconds: number): string => {
    const minutes = Math.floor(milliseconds / 60_000);
    if (minutes < 1) return t('work.lasts.moment');
    if (minutes < 60) return t('work.lasts.minutes', { minutes });
    const hours = Math.floor(minutes / 60);
    if (hours < 24) return t('work.lasts.hours', { hours, minutes: minutes % 60 });
    return t('work.lasts.days', { days: Math.floor(hours / 24) });
  }, [t]);
}
