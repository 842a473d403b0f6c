// Messages on their way to the server: kept by the browser until the server has them, sent in their order, sent
// again after whatever went wrong. Their ids make a second try harmless.
import { ApiError, api, value } from '../api/client';
import { keepText, keptKeys, keptValue } from '../kept';
import { newId } from './new-id';
import type { UploadedFile } from './types';

export interface Outgoing {
  client_id: string;
  card: number;
  /** Its place in the order, milliseconds. */
  at: number;
  text: string;
  reply_to?: string;
  file?: UploadedFile;
  template?: string;
  /** The name of its line, once the server has it. */
  line?: string;
  /** Why the server does not take it. */
  error?: { code: string; message: string };
}

export type NewOutgoing = Omit<Outgoing, 'client_id' | 'at' | 'line' | 'error'>;

const PAUSES_MS = [1_000, 2_000, 5_000, 10_000];
/** How long a message the server has is shown when its thread was never read again. */
const FORGOTTEN_MS = 3_600_000;

export class Outbox {
  private items: Outgoing[] = [];
  private listeners = new Set<() => void>();
  private sending = false;
  private failures = 0;
  private timer = 0;
  private readonly prefix: string;

  constructor(person: number, private readonly connection: string) {
    this.prefix = `svyazka.outbox/${person}/${connection}/`;
    this.read();
    for (const item of this.items) if (item.line && Date.now() - item.at > FORGOTTEN_MS) this.drop(item.client_id);
  }

  /** Sends what waits, now and whenever the network comes back; until the returned function is called. */
  start(): () => void {
    const again = () => this.push();
    const elsewhere = (event: StorageEvent) => {
      if (event.key?.startsWith(this.prefix)) this.read();
    };
    window.addEventListener('online', again);
    window.addEventListener('storage', elsewhere);
    this.push();
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('storage', elsewhere);
      window.clearTimeout(this.timer);
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly all = (): Outgoing[] => this.items;

  add(message: NewOutgoing) {
    const last = this.items.at(-1)?.at ?? 0;
    this.keep({ ...message, client_id: newId(), at: Math.max(Date.now(), last + 1) });
    this.push();
  }

  again(id: string) {
    const item = this.items.find((one) => one.client_id === id);
    if (!item) return;
    this.keep({ ...item, error: undefined });
    this.push();
  }

  drop(id: string) {
    keepText(this.prefix + id, null);
    this.read();
  }

  /** The server's own copies of these lines are shown now. */
  settle(lines: Set<string>) {
    for (const item of this.items) if (item.line && lines.has(item.line)) this.drop(item.client_id);
  }

  /** Tries what waits, unless that is being done already. */
  push() {
    if (this.sending) return;
    window.clearTimeout(this.timer);
    this.sending = true;
    void this.alone(() => this.sendAll()).finally(() => {
      this.sending = false;
      // what was added while the last one came back
      if (this.failures === 0 && this.next()) this.push();
    });
  }

  /** One window at a time, so that the order is kept between windows too. */
  private async alone(work: () => Promise<void>): Promise<void> {
    let begun = false;
    const once = () => {
      begun = true;
      return work();
    };
    // a page without https has no locks, a page in a frame may be refused them
    if ('locks' in navigator) await navigator.locks.request(this.prefix, once).catch(() => {});
    if (!begun) await work();
  }

  private next(): Outgoing | undefined {
    return this.items.find((item) => !item.line && !item.error);
  }

  private async sendAll() {
    this.read();
    for (let item = this.next(); item; item = this.next()) {
      try {
        const line = await this.send(item);
        this.failures = 0;
        this.keep({ ...item, line });
      } catch (error) {
        if (this.passes(error)) {
          const pause = PAUSES_MS[Math.min(this.failures, PAUSES_MS.length - 1)];
          this.failures++;
          this.timer = window.setTimeout(() => this.push(), pause);
          return;
        }
        this.failures = 0;
        if (error instanceof ApiError) this.keep({ ...item, error: { code: error.code, message: error.message } });
      }
    }
  }

  /** Whether it may go better in a moment. A chat that was just taken is noted as taken a moment later. */
  private passes(error: unknown): boolean {
    if (!(error instanceof ApiError)) return true;
    if (error.code === 'not_taken') return this.failures < PAUSES_MS.length;
    return error.status === 0 || error.status === 401 || error.status === 429 || error.status >= 500;
  }

  private async send({ client_id, card, text, reply_to, file, template }: Outgoing): Promise<string> {
    const { line } = await value(api.POST('/api/workspace/{connection}/cards/{id}/messages', {
      params: { path: { connection: this.connection, id: card } },
      body: { client_id, text, reply_to, file, template },
    }));
    return line;
  }

  private keep(item: Outgoing) {
    keepText(this.prefix + item.client_id, JSON.stringify(item));
    this.read();
  }

  private read() {
    const kept = keptKeys(this.prefix).map((key) => keptValue<Outgoing>(key));
    this.items = kept.filter((item): item is Outgoing => item !== null).sort((a, b) => a.at - b.at);
    for (const listener of this.listeners) listener();
  }
}
