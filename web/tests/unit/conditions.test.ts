import { describe, expect, it } from 'vitest';
import { fromQuery, hasUnfinished, inWords, toQuery } from '../../src/settings/condition/model';

const site = { param: 'site', op: 'include', values: ['romashka.ru', 'romashka.shop'] };
const campaign = { param: 'campaign', op: 'exclude', values: ['Тестовая кампания'] };
const number = { param: 'virtual_number', op: 'include', values: ['74950236854'] };

describe('a condition', () => {
  it('comes back from the builder as it went in', () => {
    for (const condition of [null, site, { all: [number, { any: [site, campaign] }] }, { any: [site, campaign] }]) {
      expect(fromQuery(toQuery(condition))).toEqual(condition);
    }
  });

  it('that asks nothing is none', () => {
    expect(fromQuery({ combinator: 'and', rules: [] })).toBeNull();
    expect(fromQuery({ combinator: 'or', rules: [{ field: 'site', operator: 'include', value: [] }, { combinator: 'and', rules: [] }] })).toBeNull();
  });

  it('without values is told before it falls away', () => {
    const query = toQuery({ all: [site, campaign] });
    expect(hasUnfinished(query)).toBe(false);
    expect(hasUnfinished({ ...query, rules: [...query.rules, { field: 'site', operator: 'include', value: [] }] })).toBe(true);
  });

  it('is told in one line, with brackets where they are needed', () => {
    const words = { param: (name: string) => name, include: '=', exclude: '≠', and: 'И', or: 'ИЛИ' };
    expect(inWords({ all: [number, { any: [site, campaign] }] }, words))
      .toBe('virtual_number: = 74950236854 И (site: = romashka.ru, romashka.shop ИЛИ campaign: ≠ Тестовая кампания)');
    expect(inWords(null, words)).toBe('');
  });
});
