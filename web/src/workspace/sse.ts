// Server-sent events by fetch: a page in a frame shows its session in a header, which EventSource can't.
export interface Told {
  id?: string;
  event: string;
  data: string;
}

/** Takes a stream's text in pieces, gives the whole events in it (https://html.spec.whatwg.org/#event-stream-interpretation). */
export function eventReader(): (piece: string) => Told[] {
  let rest = '';
  return (piece) => {
    rest += piece.replace(/\r\n?/g, '\n');
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.map(readBlock).filter((one) => one.data !== '');
  };
}

function readBlock(block: string): Told {
  const told: Told = { event: 'message', data: '' };
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const name = colon < 0 ? line : line.slice(0, colon);
    const text = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') data.push(text);
    else if (name === 'event') told.event = text;
    else if (name === 'id') told.id = text;
  }
  told.data = data.join('\n');
  return told;
}
