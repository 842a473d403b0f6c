export interface Piece {
  text: string;
  /** Of a variable: whether there is one of that name; of plain text: undefined. */
  known?: boolean;
}

/** A template cut into plain text and variables. Without names every variable counts as known. */
export function pieces(source: string, names?: ReadonlySet<string>): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of source.matchAll(/\{\{[^{}]*\}\}/g)) {
    if (match.index > end) found.push({ text: source.slice(end, match.index) });
    const name = /^\{\{-?\s*([A-Za-z_]\w*)/.exec(match[0])?.[1];
    found.push({ text: match[0], known: !names || (name !== undefined && names.has(name)) });
    end = match.index + match[0].length;
  }
  if (end < source.length) found.push({ text: source.slice(end) });
  return found;
}
