import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSettings, section } from './settings-page';
import { barriers, complaintsOf, signIn, startStage, type Stage } from './stage';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await startStage();
  page = await stage.open({ viewport: { width: 1440, height: 1000 } });
  await signIn(stage, page);
});
afterAll(() => stage.end());

/** Asks the sandbox, as a person at its page does. */
function sandbox<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  return page.evaluate(async ([url, how, what]) => {
    const init = { method: how as string, ...(what === null ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(what) }) };
    const answer = await fetch(`/sandbox/control/${url as string}`, init);
    const text = await answer.text();
    return (text ? JSON.parse(text) : null) as never;
  }, [path, method, body ?? null] as const);
}

async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 50_000;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited for ${what}`);
    await page.waitForTimeout(300);
  }
}

/** A task that somebody makes in Planfix, as often as its limit makes him ask. */
async function makeTask(name: string) {
  await until('a task', async () => {
    const headers = { Authorization: 'Bearer sandbox-rest-token' };
    const answer = await page.request.post(`${stage.base}/sandbox/planfix/rest/task/`, { headers, data: { name, object: { id: 12 } } });
    return answer.status() === 201 ? true : undefined;
  });
}

interface Planfix { tasks: { id: number; status: number }[] }
interface Uis { deals: { deals: { ext_id: string; stage: string; revenue: number; communication_id: number | null }[] } }

async function deal(stageName: string) {
  return until(`a deal at ${stageName}`, async () => (await sandbox<Uis>('uis/state')).deals.deals.find((one) => one.stage === stageName));
}

it('a call becomes a task, and the delivered order is the revenue of that very call', async () => {
  await sandbox('scenarios/single-ring/play', 'POST', { speed: 15 });
  const task = await until('the task', async () => (await sandbox<Planfix>('planfix/state')).tasks[0]);
  await page.goto(`${stage.base}/sandbox/`);
  const card = page.locator('.task').first();
  await card.getByLabel('Статус').selectOption({ label: 'Доставлен' });
  await card.getByLabel('Сумма').fill('15000');
  await card.getByRole('button', { name: 'Сохранить' }).click();
  const won = await deal('Доставлен');
  expect(won).toMatchObject({ ext_id: String(task.id), revenue: 15000 });
  expect(won.communication_id).toBeGreaterThan(0);
  expect(complaintsOf(page)).toEqual([]);
});

it('the section tells the two scenarios, and hears a test', async () => {
  await page.goto(`${stage.base}/connections/romashka`);
  await page.getByRole('button', { name: 'Развернуть: Сделки' }).click();
  const deals = page.getByRole('region', { name: 'Сделки', exact: true });
  for (const words of ['Задача создана и соответствует условиям', 'Задача изменена, но все еще соответствует условиям', 'Послать HTTP-запрос', '{{Задача.Номер}}']) {
    await deals.getByText(words, { exact: false }).first().waitFor();
  }
  await deals.getByRole('button', { name: 'Слушать' }).click();
  await deals.getByText('Ждём запрос от Планфикса').waitFor();
  const [task] = (await sandbox<Planfix>('planfix/state')).tasks;
  await sandbox(`planfix/tasks/${task?.id}`, 'PATCH', { fields: { 210: 16000 } });
  await deals.getByText(`Пришло: задача ${task?.id}`).waitFor();
  await deals.getByRole('link', { name: 'Что с ней стало' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

it('a test hears nobody when nobody speaks', async () => {
  await openSettings(stage, page);
  const deals = await section(page, 'Сделки');
  await deals.getByRole('button', { name: 'Слушать' }).click();
  await deals.getByText('Ждём запрос от Планфикса').waitFor();
  await page.waitForTimeout(4000);
  expect(await deals.getByText('Пришло: задача').count()).toBe(0);
});

it('existing tasks are loaded with progress, paused and resumed', async () => {
  // enough to be paused in the middle of
  const tasks = 20;
  for (let made = (await sandbox<Planfix>('planfix/state')).tasks.length; made < tasks; made += 1) await makeTask(`Старый заказ ${made}`);
  await openSettings(stage, page);
  const deals = await section(page, 'Сделки');
  await deals.getByLabel('За сколько дней').fill('7');
  await deals.getByRole('button', { name: 'Загрузить' }).click();
  await deals.getByText(new RegExp(`прочитано \\d+ из ${tasks}`)).waitFor();
  await deals.getByRole('button', { name: 'Пауза' }).click();
  await deals.getByText('На паузе', { exact: false }).waitFor();
  await openSettings(stage, page);
  await section(page, 'Сделки');
  await deals.getByText('На паузе', { exact: false }).waitFor();
  await deals.getByRole('button', { name: 'Продолжить' }).click();
  await deals.getByText(new RegExp(`Готово · прочитано ${tasks} из ${tasks}`)).waitFor({ timeout: 60_000 });
  expect(await deals.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('100');
  expect(await barriers(page)).toEqual([]);

  await deals.getByRole('button', { name: 'Загрузить' }).click();
  await deals.getByRole('button', { name: 'Остановить' }).click();
  await deals.getByText('Остановлено', { exact: false }).waitFor();

  // the load is no communication: it stands in the journal for whoever asks
  await page.goto(`${stage.base}/journal`);
  await page.getByRole('listitem').first().waitFor();
  expect(await page.getByText('Загрузка существующих задач').count()).toBe(0);
  await page.goto(`${stage.base}/journal?kind=service`);
  await page.getByText('Загрузка существующих задач').first().waitFor();
  expect(complaintsOf(page)).toEqual([]);
});
