import { describe, expect, it } from 'vitest';
import { changes, getAt, placeOf, setAt, type JsonObject } from '../../src/settings/paths';

describe('a place of the settings', () => {
  const settings = { title: 'Ромашка', telephony: { fields: { task: [{ planfix_field: 201 }, { planfix_field: 202 }] } } };

  it('is read through lists and blocks', () => {
    expect(getAt(settings, 'telephony.fields.task[1].planfix_field')).toBe(202);
    expect(getAt(settings, 'deals.task_object')).toBeUndefined();
    expect(getAt(settings, 'title.length.more')).toBeUndefined();
  });

  it('is changed in a copy, and what lies beside it stays the same object', () => {
    const next = setAt(settings, 'telephony.fields.task[0].planfix_field', 5);
    expect(getAt(next, 'telephony.fields.task[0].planfix_field')).toBe(5);
    expect(getAt(settings, 'telephony.fields.task[0].planfix_field')).toBe(201);
    expect(getAt(next, 'telephony.fields.task[1]')).toBe(getAt(settings, 'telephony.fields.task[1]'));
  });

  it('is made together with the blocks around it, and taken away', () => {
    const made = setAt({}, 'credentials.uis.data_api.url', 'https://x');
    expect(made).toEqual({ credentials: { uis: { data_api: { url: 'https://x' } } } });
    expect(setAt(made, 'credentials.uis.data_api', undefined)).toEqual({ credentials: { uis: {} } });
  });

  it('is called the same wherever it stands in a list', () => {
    expect(placeOf('employees.pairs[12].planfix_user')).toBe('employees.pairs.planfix_user');
  });
});

describe('changes', () => {
  it('are told place by place', () => {
    const before = { a: { x: 1, y: 2 }, b: [1, 2], c: 'same' };
    const after = { a: { x: 1, y: 3 }, b: [1], c: 'same' };
    expect(changes(before, after)).toEqual([
      { path: 'a.y', before: 2, after: 3 },
      { path: 'b', before: [1, 2], after: [1] },
    ]);
  });

  it('of nothing are none', () => {
    expect(changes({ a: null, b: undefined }, { a: null })).toEqual([]);
  });

  it('of a condition are one change, however deep', () => {
    const leaf = (value: string) => ({ param: 'site', op: 'include', values: [value] });
    const told = changes({ when: leaf('a') }, { when: { all: [leaf('a'), leaf('b')] } });
    expect(told.map((one) => one.path)).toEqual(['when']);
  });

  it('put upon other settings give the same again', () => {
    const before = { a: { x: 1, y: 2 }, b: [1, 2] };
    const mine = { a: { x: 9, y: 2 }, b: [1, 2] };
    const theirs = { a: { x: 1, y: 7 }, b: [3] };
    const merged = changes(before, mine).reduce<JsonObject>((now, one) => setAt(now, one.path, one.after), theirs);
    expect(merged).toEqual({ a: { x: 9, y: 7 }, b: [3] });
  });
});
