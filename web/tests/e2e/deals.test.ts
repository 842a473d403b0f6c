import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('the section tells the two scenarios, hears a test, and loads existing tasks', async () => {
  await page.goto(`${stage.base}/connections/romashka`);
  await page.getByRole('button', { name: 'Развернуть: Сделки' }).click();
  const section = page.getByRole('region', { name: 'Сделки', exact: true });
  for (const words of ['Задача создана и соответствует условиям', 'Задача изменена, но все еще соответствует условиям', 'Послать HTTP-запрос', '{{Задача.Номер}}']) {
    await section.getByText(words, { exact: false }).first().waitFor();
  }
  await section.getByRole('button', { name: 'Слушать' }).click();
  await section.getByText('Ждём запрос от Планфикса').waitFor();
  const [task] = (await sandbox<Planfix>('planfix/state')).tasks;
  await sandbox(`planfix/tasks/${task?.id}`, 'PATCH', { fields: { 210: 16000 } });
  await section.getByText(`Пришло: задача ${task?.id}`).waitFor();
  await section.getByLabel('За сколько дней').fill('7');
  await section.getByRole('button', { name: 'Загрузить' }).click();
  await section.getByRole('button', { name: 'Пауза' }).click();
  await section.getByText('На паузе', { exact: false }).waitFor();
  await section.getByRole('button', { name: 'Остановить' }).click();
  await section.getByText('Остановлено', { exact: false }).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

it('the page of analytics shows what the call has brought, and gives it as a file', async () => {
  await deal('Доставлен');
  await page.goto(`${stage.base}/analytics?by=employee`);
  const row = page.getByRole('row', { name: /Смирнова|Кузнецов|Орлова/ }).first();
  await row.getByText(/1[56]\s?000/).waitFor();
  await page.getByRole('region', { name: 'Выручка' }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Скачать CSV' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^analytics-.*\.csv$/);
  await page.getByText('Кампания', { exact: true }).first().click();
  await page.getByRole('columnheader', { name: 'Кампания' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});
