import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromium, type Browser, type Page } from 'playwright-core';
import { BINARY, BROWSER, printed } from './stage';

// a call takes its time, and its row in the report too
const TASK_COMES_MS = 90_000;

let folder: string;
let browser: Browser;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'svyazka-'));
  browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  running.forEach((program) => program.kill());
  rmSync(folder, { recursive: true, force: true });
});

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function start(words: string[], env: Record<string, string>, until: RegExp): Promise<string> {
  const program = spawn(BINARY, words, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  running.push(program);
  return printed(program, until);
}

async function credentials(page: Page, title: string, address: string, secret: [string, string]) {
  const block = page.locator('.card', { has: page.getByRole('heading', { name: title, exact: true }) }).last();
  await block.getByLabel(/^URL/).fill(address);
  await block.getByRole('textbox', { name: secret[0] }).fill(secret[1]);
  await block.getByRole('button', { name: 'Проверить' }).click();
  await block.getByText('в порядке').or(block.getByText('ООО «Ромашка»')).first().waitFor();
}

it('from an empty folder to the first call’s task, in the browser alone', async () => {
  const sandboxPort = await freePort();
  const port = await freePort();
  const sandbox = `http://127.0.0.1:${sandboxPort}`;
  await start(['sandbox', '--listen', `127.0.0.1:${sandboxPort}`], {}, /Остановить/);
  const env = { SVYAZKA_LISTEN: `127.0.0.1:${port}`, SVYAZKA_DATA_DIR: folder, SVYAZKA_ALLOW_PRIVATE_UPSTREAMS: 'true', SVYAZKA_LOG: 'warn' };
  const console = await start(['serve'], env, /setup#\S+/);

  const page = await (await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 1000 } })).newPage();
  await page.goto(/http\S+setup#\S+/.exec(console)![0]);
  await page.getByLabel('Почта').fill('olga@romashka.ru');
  await page.getByRole('textbox', { name: 'Пароль' }).fill('ромашка-2026');
  await page.getByRole('button', { name: 'Создать и войти' }).click();

  await page.getByRole('heading', { name: 'Новое соединение' }).waitFor();
  await page.getByLabel('Название').fill('ООО «Ромашка»');
  await page.getByLabel('Имя соединения').fill('romashka');
  await page.getByRole('button', { name: 'Дальше' }).click();
  await credentials(page, 'Авторизация Rest API', `${sandbox}/planfix/rest/`, ['Bearer Token', 'sandbox-rest-token']);
  await credentials(page, 'Авторизация для телефонии', `${sandbox}/planfix/tel/api`, ['Ключ авторизации (token) ПланФикса', 'sandbox-telephony-token']);
  await page.getByRole('button', { name: 'Дальше' }).click();
  await credentials(page, 'UIS Data API', `${sandbox}/uis/v2.0`, ['access_token Data API', 'sandbox-uis-token']);
  await page.getByRole('button', { name: 'Создать соединение' }).click();

  for (const [label, option] of [['Объект задачи', 'Заявка'], ['Ответственный по умолчанию', 'Смирнова Анна']] as const) {
    await page.getByRole('combobox', { name: label }).or(page.getByRole('textbox', { name: label })).click();
    await page.getByRole('option', { name: option }).click();
  }
  await page.getByRole('button', { name: 'Включить и закончить' }).click();
  await page.getByText('Соединение создано').waitFor();

  // what the administrator pastes into UIS
  const hook = await page.locator('code', { hasText: 'uis_notifications' }).innerText();
  await page.request.put(`${sandbox}/control/uis/settings`, { data: { webhook: hook, report_lag: { secs: 1 } } });
  await page.request.post(`${sandbox}/control/scenarios/lost-after-ringing/play`);

  await page.getByRole('link', { name: 'Перейти к настройкам' }).click();
  await page.getByRole('link', { name: 'Журнал' }).first().click();
  await page.locator('a[href^="/journal/"]').first().click();
  await page.getByText(/Задача \d+/).first().waitFor({ timeout: TASK_COMES_MS });
  const { tasks } = (await (await page.request.get(`${sandbox}/control/planfix/state`)).json()) as { tasks: { name: string }[] };
  expect(tasks.some((task) => task.name.startsWith('Пропущенный звонок от 7'))).toBe(true);
}, 3 * 60_000);
