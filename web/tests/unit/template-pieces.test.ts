import { describe, expect, it } from 'vitest';
import { pieces } from '../../src/settings/template-pieces';

const names = new Set(['contact_phone_number', 'tag_names']);
const kinds = (source: string) => pieces(source, names).map((piece) => piece.known);

describe('a template', () => {
  it('is cut into text and variables without losing a character', () => {
    const source = 'Звонок от {{contact_phone_number}}, {{ nobody | upper }}!';
    expect(pieces(source, names).map((piece) => piece.text).join('')).toBe(source);
    expect(kinds(source)).toEqual([undefined, true, undefined, false, undefined]);
  });

  it('may have variables side by side, and none at all', () => {
    expect(kinds('{{tag_names}}{{tag_name}}')).toEqual([true, false]);
    expect(kinds('Звонок')).toEqual([undefined]);
    expect(kinds('')).toEqual([]);
  });

  it('marks nothing before the catalogue is known', () => {
    expect(pieces('{{anything}}').map((piece) => piece.known)).toEqual([true]);
  });
});
