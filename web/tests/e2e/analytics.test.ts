// «Аналитика»: call -> task -> deal with revenue, on the page and in the file.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { answered, newPhone, Outside } from './calls';
import { barriers, complaintsOf, signIn, startStage, type Stage } from './stage';

const [AT_WORK, DELIVERED, REFUSED] = [2, 5, 6];
const SUM = 210;
const [FLOWERS, DIRECT] = ['Яндекс.Директ: букеты', 'Посетители без рекламной кампании'];

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await startStage();
  // the account's zone: days of reports begin there
  page = await stage.open({ timezoneId: 'Europe/Moscow', viewport: { width: 1440, height: 1000 } });
  await signIn(stage, page);
  const outside = new Outside(stage, page);
  // who talked, where the client came from, and what became of the task
  const story = [
    { by: '101', campaign: FLOWERS, status: DELIVERED, amount: 15000.5, end: 'success' },
    { by: '101', campaign: FLOWERS, status: REFUSED, amount: 900, end: 'failed' },
    { by: '102', campaign: DIRECT, status: AT_WORK, amount: 700, end: 'in_process' },
  ] as const;
  for (const { by, campaign, status, amount, end } of story) {
    const phone = newPhone();
    await outside.play(answered(phone, by, { campaign }));
    const [task] = await outside.tasksOf(phone);
    await outside.move(task!.id, { status, fields: { [SUM]: amount } });
    await outside.deal(task!.id, { status: end, revenue: amount });
  }
});
afterAll(() => stage.end());

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** The numbers of a line, as they stand on the page. */
async function line(name: string): Promise<string[]> {
  const row = page.getByRole('row', { name: new RegExp(`^${name}`) });
  await row.waitFor();
  return (await row.getByRole('cell').allInnerTexts()).map(plain);
}

async function group(name: string) {
  await page.getByRole('radiogroup', { name: 'По чему считать' }).getByText(name, { exact: true }).click();
  await page.getByRole('columnheader', { name, exact: true }).waitFor();
}

it('tells by campaign what calls have become and brought', async () => {
  await page.goto(`${stage.base}/analytics`);
  await group('Кампания');
  expect(await line(FLOWERS)).toEqual(['2', '2', '2', '1', '1', '15 000,50', '0']);
  expect(await line(DIRECT)).toEqual(['1', '1', '1', '0', '0', '0', '700']);
  expect(await line('Всего')).toEqual(['3', '3', '3', '1', '1', '15 000,50', '700']);
  const chart = page.getByRole('region', { name: 'Выручка' });
  expect(plain(await chart.innerText())).toContain('15 000,50');
  expect(await chart.getByText(FLOWERS).count()).toBe(1);
  expect(await barriers(page)).toEqual([]);
});

it.each([
  ['Источник', 'Яндекс.Директ'],
  ['Сайт', 'romashka.ru'],
  ['Сотрудник', 'Анна Смирнова'],
])('tells the same by %s', async (by, first) => {
  await group(by);
  const cells = await line(first);
  expect(cells.slice(-2)[0]).toBe('15 000,50');
  expect(await line('Всего')).toEqual(['3', '3', '3', '1', '1', '15 000,50', '700']);
});

it('gives the same numbers as a file', async () => {
  await group('Кампания');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Скачать CSV' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^analytics-.*\.csv$/);
  const file = await readFile(await download.path(), 'utf8');
  expect(file.replace('\ufeff', '').trim().split('\r\n')).toEqual([
    '"Кампания";"Обращения";"Задачи";"Сделки";"Успешные";"Проваленные";"Выручка";"В работе, сумма"',
    `"${FLOWERS}";2;2;2;1;1;15000,50;0`,
    `"${DIRECT}";1;1;1;0;0;0;700`,
    '"Всего";3;3;3;1;1;15000,50;700',
  ]);
});

it('another period has other numbers, and an impossible one asks nothing', async () => {
  const yesterday = new Date(Date.now() - 24 * 3600_000).toISOString().slice(0, 10);
  await page.getByLabel('По', { exact: true }).fill(yesterday);
  await page.getByText('За это время ничего нет').waitFor();
  expect(new URL(page.url()).searchParams.get('till')).toBe(yesterday);
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('С', { exact: true }).fill('2040-01-01');
  await page.getByText('Раньше начала').waitFor();
  await page.goto(`${stage.base}/analytics`);
  await line('Всего');
  expect(complaintsOf(page)).toEqual([]);
});
