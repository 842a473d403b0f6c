import { expect, it } from 'vitest';
import { wayOf, withWay } from '../../src/settings/callback-way';

const block = { url: 'https://chat.uiscom.ru/', login: 'adapter' };

it('tells the way by the keys, also when the token is stored and not shown', () => {
  expect(wayOf(undefined)).toBe('none');
  expect(wayOf(block)).toBe('none');
  expect(wayOf({ ...block, callback_token: null })).toBe('bearer');
  expect(wayOf({ ...block, callback_login: 'uis' })).toBe('basic');
});

it('leaves only the keys of the chosen way', () => {
  const bearer = withWay({ ...block, callback_login: 'uis', callback_password: 'x' }, 'bearer');
  expect(bearer).toEqual({ ...block, callback_token: null });
  expect(withWay(bearer, 'basic')).toEqual({ ...block, callback_login: '' });
  expect(withWay(bearer, 'none')).toEqual(block);
});
