import { describe, expect, it } from 'vitest';
import en from '../../src/i18n/en';
import ru from '../../src/i18n/ru';

type Tree = { [key: string]: unknown };

/** Every key, without the forms of number, which differ from language to language. */
function keys(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = `${path}.${key.replace(/_(one|few|many|other)$/, '')}`;
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? keys(value as Tree, at) : [at];
  });
}

describe('the two languages', () => {
  it('say the same things', () => {
    const [russian, english] = [new Set(keys(ru)), new Set(keys(en))];
    expect([...russian].filter((key) => !english.has(key))).toEqual([]);
    expect([...english].filter((key) => !russian.has(key))).toEqual([]);
  });

  it('are not mixed', () => {
    const allowed = new Set(['.credentials.telephony.steps']);
    const cyrillic = (tree: Tree, path = ''): string[] => Object.entries(tree).flatMap(([key, value]) => {
      const at = `${path}.${key}`;
      if (value !== null && typeof value === 'object' && !Array.isArray(value)) return cyrillic(value as Tree, at);
      // names of buttons and sections of Planfix and UIS stay as they are over there, in quotes
      const own = JSON.stringify(value).replace(/«[^»]*»/g, '');
      return /[а-яё]/i.test(own) && !allowed.has(at) ? [at] : [];
    });
    expect(cyrillic(en as Tree)).toEqual([]);
  });
});
