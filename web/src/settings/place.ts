import { useTranslation } from 'react-i18next';
import { placeOf } from './paths';

/** Where a place is, in the words of the page. */
export function usePlace() {
  const { t } = useTranslation();
  // a word, or a block that may have a word of its own
  const word = (key: string): string | undefined => {
    const found: unknown = t(key, { returnObjects: true, defaultValue: null });
    if (typeof found === 'string') return found;
    const self = (found as { self?: unknown } | null)?.self;
    return typeof self === 'string' ? self : undefined;
  };
  return (path: string) => {
    const place = placeOf(path);
    const parts = place.split('.');
    const crumbs = parts.slice(0, -1).map((_, at) => word(`crumb.${parts.slice(0, at + 1).join('.')}`));
    return { section: crumbs.filter(Boolean).join(' · '), name: word(`label.${place}`) ?? word(`crumb.${place}`) ?? place };
  };
}
