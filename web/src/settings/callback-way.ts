// The keys by which callbacks of the Chat API are checked, and the way they stand for.
import type { Json, JsonObject } from './paths';

export const WAYS = ['none', 'bearer', 'basic'] as const;
export type Way = (typeof WAYS)[number];

/** A token that is there without a value is one that is stored: its key tells the way. */
export function wayOf(block: Json | undefined): Way {
  if (block === null || typeof block !== 'object' || Array.isArray(block)) return 'none';
  if ('callback_token' in block) return 'bearer';
  return 'callback_login' in block ? 'basic' : 'none';
}

/** The block with that way and none of the others. */
export function withWay(block: JsonObject, way: Way): JsonObject {
  const { callback_token: _token, callback_login: _login, callback_password: _password, ...rest } = block;
  if (way === 'bearer') return { ...rest, callback_token: null };
  return way === 'basic' ? { ...rest, callback_login: '' } : rest;
}

/** The keys of the block that stand for its way. */
export function callbackKeys(block: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(block).filter(([key]) => key.startsWith('callback_')));
}
