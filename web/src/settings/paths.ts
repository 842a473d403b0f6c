// Places of the settings, written as the server writes them: `telephony.fields.task[0].uis_field`.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

function keys(path: string): (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map((part) => (part[2] === undefined ? part[1]! : Number(part[2])));
}

export function getAt(root: Json | undefined, path: string): Json | undefined {
  let at: Json | undefined = root;
  for (const key of keys(path)) {
    if (at === null || typeof at !== 'object') return undefined;
    at = (at as Record<string | number, Json | undefined>)[key];
  }
  return at;
}

/** A copy with another value at the place; what lies beside it is the same object as before. */
export function setAt(root: JsonObject, path: string, next: Json | undefined): JsonObject {
  return put(root, keys(path), next) as JsonObject;
}

function put(at: Json | undefined, [key, ...rest]: (string | number)[], next: Json | undefined): Json | undefined {
  if (key === undefined) return next;
  if (typeof key === 'number') {
    const list = Array.isArray(at) ? [...at] : [];
    list[key] = put(list[key], rest, next) ?? null;
    return list;
  }
  const object = at !== null && typeof at === 'object' && !Array.isArray(at) ? { ...at } : {};
  const value = put(object[key], rest, next);
  if (value === undefined) delete object[key];
  else object[key] = value;
  return object;
}

export interface Change {
  path: string;
  before: Json | undefined;
  after: Json | undefined;
}

/** Every place where two settings differ; a list is one value. */
export function changes(before: Json | undefined, after: Json | undefined, path = ''): Change[] {
  if (same(before, after)) return [];
  if (isObject(before) || isObject(after)) {
    const [old, now] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
    // a block that came or went is one change when there is nothing in it to tell
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    if (names.length > 0 && !isCondition(before) && !isCondition(after)) {
      return names.flatMap((name) => changes(old[name], now[name], path ? `${path}.${name}` : name));
    }
  }
  return [{ path, before, after }];
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isCondition(value: Json | undefined): boolean {
  return isObject(value) && ('param' in value || 'all' in value || 'any' in value);
}

export function same(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** The path without numbers: what a place is called does not depend on which of a list it is. */
export function placeOf(path: string): string {
  return path.replace(/\[\d+\]/g, '');
}
