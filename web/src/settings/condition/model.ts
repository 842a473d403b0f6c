// Conditions of the settings as the builder edits them, and back.
import type { RuleGroupType, RuleType } from 'react-querybuilder';
import type { Json, JsonObject } from '../paths';

export type Flow = 'call' | 'lead' | 'chat';

/** What a condition may be about, by kind of communication. */
export const PARAMS: Record<Flow, readonly string[]> = {
  call: ['virtual_number', 'scenario', 'site', 'source', 'campaign', 'employee', 'tag'],
  lead: ['site', 'source', 'campaign', 'form'],
  chat: ['site', 'channel', 'tag', 'campaign', 'source'],
};

export function toQuery(condition: Json | undefined): RuleGroupType {
  const part = condition ? toPart(condition as JsonObject) : undefined;
  if (!part) return { combinator: 'and', rules: [] };
  return 'rules' in part ? part : { combinator: 'and', rules: [part] };
}

function toPart(condition: JsonObject): RuleGroupType | RuleType {
  const parts = condition.all ?? condition.any;
  if (Array.isArray(parts)) {
    return { combinator: condition.all ? 'and' : 'or', rules: parts.map((one) => toPart(one as JsonObject)) };
  }
  return { field: String(condition.param), operator: String(condition.op), value: condition.values ?? [] };
}

/** The condition of a query; `null` when it asks nothing. Rules without values and empty groups fall away. */
export function fromQuery(query: RuleGroupType): Json {
  const parts = query.rules.flatMap((rule): JsonObject[] => {
    if (typeof rule === 'string') return [];
    if ('rules' in rule) {
      const group = fromQuery(rule);
      return group === null ? [] : [group as JsonObject];
    }
    const values = Array.isArray(rule.value) ? (rule.value as string[]) : [];
    return values.length > 0 ? [{ param: rule.field, op: rule.operator, values }] : [];
  });
  if (parts.length === 0) return null;
  if (parts.length === 1) return parts[0]!;
  return query.combinator === 'or' ? { any: parts } : { all: parts };
}

/** Whether any rule has nothing chosen: it would be dropped. */
export function hasUnfinished(query: RuleGroupType): boolean {
  return query.rules.some((rule) =>
    typeof rule !== 'string' && ('rules' in rule ? rule.rules.length === 0 || hasUnfinished(rule) : !Array.isArray(rule.value) || rule.value.length === 0));
}

export interface Words {
  param: (name: string) => string;
  include: string;
  exclude: string;
  and: string;
  or: string;
}

/** A condition in one line. */
export function inWords(condition: Json | undefined, words: Words, inside = false): string {
  if (!condition) return '';
  const { all, any, param, op, values } = condition as JsonObject;
  const parts = all ?? any;
  if (Array.isArray(parts)) {
    const joined = parts.map((one) => inWords(one, words, true)).join(` ${all ? words.and : words.or} `);
    return inside ? `(${joined})` : joined;
  }
  const sign = op === 'exclude' ? words.exclude : words.include;
  return `${words.param(String(param))}: ${sign} ${(values as string[]).join(', ')}`;
}
