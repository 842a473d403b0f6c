import { lang } from '../i18n';

/** A size in its largest unit. */
export function bytes(size: number): string {
  const [unit, shown] = size < 1024 ? ['byte', size] as const : size < 1024 * 1024 ? ['kilobyte', Math.round(size / 1024)] as const : ['megabyte', Math.round(size / 104_857.6) / 10] as const;
  return new Intl.NumberFormat(lang() === 'ru' ? 'ru-RU' : 'en-GB', { style: 'unit', unit }).format(shown);
}
