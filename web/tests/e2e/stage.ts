// The built program with its simulated UIS and Planfix, and a browser in front of it.
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

export const BINARY = process.env.SVYAZKA_BIN ?? '../target/debug/svyazka';
export const BROWSER = process.env.SVYAZKA_CHROMIUM ?? '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Stage {
  base: string;
  email: string;
  password: string;
  open: (options?: BrowserContextOptions) => Promise<Page>;
  end: () => Promise<void>;
}

/** Starts the demo on a free port, and takes address and password from what it prints. */
export async function startStage(): Promise<Stage> {
  const program = spawn(BINARY, ['demo', '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const welcome = await printed(program, /Остановить/);
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
  const found = (pattern: RegExp) => pattern.exec(welcome)?.[1] ?? '';
  return {
    base: found(/Кабинет\s+(http\S+?)\/?\s/),
    email: found(/Вход\s+(\S+)/),
    password: found(/пароль (\S+)/),
    open: (options) => newPage(browser, options),
    end: async () => {
      await browser.close();
      program.kill();
    },
  };
}

/** What a program has printed by the time it prints something that fits. */
export function printed(program: ChildProcess, until: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    program.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (until.test(text)) resolve(text);
    });
    program.on('error', reject);
    program.on('exit', (code) => reject(new Error(`the program ended with ${code}: ${text}`)));
  });
}

const complaints = new WeakMap<Page, string[]>();

async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    // an answer that is no success is the server's word, not a mistake of the page
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) heard.push(message.text());
  });
  return page;
}

/** What the page threw or the policy forbade. */
export function complaintsOf(page: Page): string[] {
  return complaints.get(page) ?? [];
}

export async function signIn(stage: Stage, page: Page) {
  await page.goto(stage.base);
  await page.getByLabel('Почта').fill(stage.email);
  await page.getByRole('textbox', { name: 'Пароль' }).fill(stage.password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByRole('heading', { name: 'Обзор' }).waitFor();
}

/** What a person with a screen reader or weak sight would stumble over: `rule: where`. */
export async function barriers(page: Page): Promise<string[]> {
  // run by the browser's debugger, which the page's policy does not bind
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> } }).axe;
    return (await axe.run({ resultTypes: ['violations'] })).violations;
  });
  return found
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
