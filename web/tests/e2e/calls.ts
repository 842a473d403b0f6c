// Calls that happen in the simulated UIS, and what the simulated Planfix has of them.
import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { Stage } from './stage';

/** The virtual numbers of «Ромашка». */
export const MAIN_NUMBER = '74950236854';
export const SHOP_NUMBER = '74950236855';

const SPEED = 20;
// the report of UIS comes a second after the call, and Planfix takes one request a second
const HANDLED_MS = 40_000;
const STEP_MS = 150;

export interface Call {
  direction: 'in' | 'out';
  phone: string;
  number?: string;
  by?: string;
  acts: object[];
  failure?: 'busy' | 'no_answer';
  campaign?: string;
  tags?: string[];
}

export const rings = (...employees: string[]) => ({ ring: { employees, secs: 4 } });
export const answers = (employee?: string) => ({ answer: { employee: employee ?? null } });
export const talks = (secs = 8) => ({ talk: { secs } });
export const transfers = (to: string) => ({ transfer: { to, ring_secs: 2 } });

/** An incoming call that this employee takes. */
export function answered(phone: string, by: string, more: Partial<Call> = {}): Call {
  return { direction: 'in', phone, acts: [rings(by), answers(by), talks()], ...more };
}

/** An outgoing call that the client takes. */
export function dialled(phone: string, by: string, more: Partial<Call> = {}): Call {
  return { direction: 'out', phone, by, acts: [answers(), talks()], ...more };
}

let lastPhone = 79_040_000_000;

/** A number nobody has called from yet. */
export function newPhone(): string {
  lastPhone += 1;
  return String(lastPhone);
}

export interface Task {
  id: number;
  name: string;
  status: number;
  object: number;
  object_name: string;
  assignees: { users: string[] };
  counterparty: string | null;
  custom: Record<string, unknown>;
  description: string;
}

export interface Contact {
  id: number;
  name: string;
  lastname: string;
  supervisors: { users: string[] };
  template: number;
  phones: { number: string }[];
  custom: Record<string, unknown>;
}

export interface Deal {
  ext_id: string;
  stage: string;
  status: 'success' | 'failed' | 'in_process';
  revenue: number;
  communication_id: number | null;
  rows: number;
}

interface Planfix {
  tasks: Task[];
  contacts: Contact[];
  cards: { phone: string; ext: string; state: string }[];
}

interface Item {
  state: string;
  pending: number;
}

/** Both simulated systems, asked as a test asks them. */
export class Outside {
  readonly #base: string;
  readonly #page: Page;

  constructor(stage: Stage, page: Page) {
    this.#base = stage.base;
    this.#page = page;
  }

  /** Lets calls happen at the same time, and waits until the journal says of each that it was handled. */
  async play(...calls: Call[]) {
    await this.handle(calls.map(({ phone }) => phone), async () => {
      for (const call of calls) await this.order('uis/calls', { speed: SPEED, ...call });
    });
  }

  /** Lets a communication of each of these numbers happen, and waits until all of them are handled. */
  async handle(phones: string[], happen: () => Promise<void>) {
    const before = new Map<string, number>();
    for (const phone of phones) before.set(phone, (await this.#journal(phone)).length);
    await happen();
    for (const phone of phones) await this.settled(phone, before.get(phone)! + phones.filter((one) => one === phone).length);
  }

  /** Orders something of the simulated systems. */
  async order(path: string, data: object, method: 'post' | 'put' | 'patch' = 'post') {
    const answer = await this.#page.request[method](this.control(path), { data });
    expect(answer.ok(), await answer.text()).toBe(true);
  }

  /** Waits until so many communications of a number are handled to the last write. */
  async settled(phone: string, count = 1) {
    const handled = async () => (await this.#journal(phone)).filter((one) => one.state !== 'waiting' && one.pending === 0).length;
    await vi.waitFor(async () => expect(await handled(), `communications of ${phone}`).toBe(count), { timeout: HANDLED_MS, interval: STEP_MS });
  }

  /** Plays a scenario of the sandbox, without waiting for its end. */
  async scenario(id: string, phone: string) {
    await this.#page.request.post(this.control(`scenarios/${id}/play`), { data: { phone, speed: SPEED } });
  }

  /** What the journal says of the calls of this number: `done`, `filtered`… */
  async states(phone: string): Promise<string[]> {
    return (await this.#journal(phone)).map((one) => one.state);
  }

  /** The tasks about the contact of this number, the oldest first. */
  async tasksOf(phone: string): Promise<Task[]> {
    const { tasks, contacts } = await this.planfix();
    const about = contacts.filter((one) => has(one, phone)).map((one) => `contact:${one.id}`);
    return tasks.filter((one) => about.includes(String(one.counterparty)));
  }

  async contactOf(phone: string): Promise<Contact | undefined> {
    return (await this.planfix()).contacts.find((one) => has(one, phone));
  }

  /** The short numbers that got a card of this number's calls. */
  async cardsOf(phone: string): Promise<string[]> {
    return (await this.planfix()).cards.filter((one) => one.phone === phone).map((one) => one.ext);
  }

  /** What Planfix was asked, line by line. */
  async planfixLedger(): Promise<string[]> {
    return ((await this.ask('planfix/ledger')) as { line: string }[]).map((one) => one.line);
  }

  /** Moves a task on, as a person in Planfix does. */
  async move(task: number, change: { status?: number; fields?: Record<string, number> }) {
    await this.order(`planfix/tasks/${task}`, change, 'patch');
  }

  /** The deal of a task, once it is as wanted. */
  async deal(task: number, wanted: Partial<Deal>): Promise<Deal> {
    const found = async () => ((await this.ask('uis/state')) as { deals: { deals: Deal[] } }).deals.deals.find((one) => one.ext_id === String(task));
    return vi.waitFor(async () => {
      const deal = await found();
      expect(deal, `the deal of task ${task}`).toMatchObject(wanted);
      return deal as Deal;
    }, { timeout: HANDLED_MS, interval: STEP_MS });
  }

  planfix(): Promise<Planfix> {
    return this.ask('planfix/state') as Promise<Planfix>;
  }

  /** Asks the sandbox's own page for something. */
  async ask(path: string): Promise<unknown> {
    return (await this.#page.request.get(this.control(path))).json();
  }

  control(path: string): string {
    return `${this.#base}/sandbox/control/${path}`;
  }

  async #journal(phone: string): Promise<Item[]> {
    const answer = await this.#page.request.get(`${this.#base}/api/journal?kind=communication&phone=${phone}`);
    return ((await answer.json()) as { items: Item[] }).items;
  }
}

function has(contact: Contact, phone: string): boolean {
  return contact.phones.some((one) => one.number.replace(/\D/g, '') === phone);
}
