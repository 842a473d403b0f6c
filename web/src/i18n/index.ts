// Russian is built in, English is fetched when somebody asks for it.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keepText, keptText } from '../kept';
import ru from './ru';

export type Lang = 'ru' | 'en';

const KEPT = 'svyazka.lang';

export async function startLanguage() {
  await i18next.use(initReactI18next).init({
    lng: 'ru',
    fallbackLng: 'ru',
    resources: { ru: { translation: ru } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  if (keptText(KEPT) === 'en') await changeLanguage('en');
}

export async function changeLanguage(lang: Lang) {
  if (lang === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const en = await import('./en');
    i18next.addResourceBundle('en', 'translation', en.default);
  }
  await i18next.changeLanguage(lang);
  document.documentElement.lang = lang;
  keepText(KEPT, lang);
}

export function lang(): Lang {
  return i18next.language === 'en' ? 'en' : 'ru';
}

/** The server's sentence in the reader's language. */
export function told(text: { ru: string; en: string }): string {
  return text[lang()];
}

const moment = { ru: 'ru-RU', en: 'en-GB' } as const;

export function when(iso: string, withSeconds = false): string {
  return new Date(iso).toLocaleString(moment[lang()], {
    day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
    ...(withSeconds ? { second: '2-digit' } : {}),
    ...(new Date(iso).getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }),
  });
}
