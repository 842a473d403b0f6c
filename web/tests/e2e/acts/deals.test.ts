// «Сделки»: which tasks are deals, what ends them, and where their amount stands.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { answered, newPhone, Outside } from '../calls';
import { choose, openSettings, save, section, shows, turn } from '../settings-page';
import { complaintsOf, signIn, startStage, type Stage } from '../stage';

const DEALS = 'Сделки';
const [OBJECT, SUCCESS, FAILURE, AMOUNT] = [
  'Выберите объект задач', 'Выберите успешный этап задачи', 'Выберите провальный этап задачи', 'Выберите поле, в котором передаётся сумма сделки',
] as const;
const [AT_WORK, BILLED, DELIVERED, REFUSED] = [2, 4, 5, 6];
const SUM = 210;

let stage: Stage;
let page: Page;
let outside: Outside;
beforeAll(async () => {
  stage = await startStage();
  page = await stage.open({ viewport: { width: 1440, height: 1000 } });
  await signIn(stage, page);
  outside = new Outside(stage, page);
});
afterAll(() => stage.end());

/** The task of a call that has just happened. */
async function order(): Promise<number> {
  const phone = newPhone();
  await outside.play(answered(phone, '101'));
  const [task] = await outside.tasksOf(phone);
  expect(task).toBeDefined();
  return task!.id;
}

it('the chosen statuses end deals, and the chosen field is their amount', async () => {
  await openSettings(stage, page);
  let deals = await section(page, DEALS);
  await shows(deals, OBJECT, 'Заявка');
  await shows(deals, AMOUNT, 'Сумма');
  const task = await order();
  await outside.move(task, { status: BILLED, fields: { [SUM]: 1200.5 } });
  await outside.deal(task, { stage: 'Счёт выставлен', status: 'in_process', revenue: 1200.5 });

  await choose(deals, SUCCESS, 'Счёт выставлен');
  await choose(deals, FAILURE, 'В работе');
  await save(stage, page);
  deals = await section(page, DEALS);
  await shows(deals, SUCCESS, 'Счёт выставлен');
  await shows(deals, FAILURE, 'В работе');

  await outside.move(task, { status: DELIVERED });
  await outside.deal(task, { stage: 'Доставлен', status: 'in_process' });
  await outside.move(task, { status: BILLED });
  await outside.deal(task, { status: 'success' });
  await outside.move(task, { status: AT_WORK });
  await outside.deal(task, { status: 'failed' });
  expect(complaintsOf(page)).toEqual([]);
});

it('another object has statuses of its own, and its tasks alone are deals from then on', async () => {
  await openSettings(stage, page);
  let deals = await section(page, DEALS);
  await choose(deals, SUCCESS, 'Доставлен');
  await choose(deals, FAILURE, 'Отказ');
  await save(stage, page);
  const task = await order();
  await outside.move(task, { status: AT_WORK });
  const before = await outside.deal(task, { stage: 'В работе' });

  deals = await section(page, DEALS);
  await choose(deals, OBJECT, 'Внутренняя задача');
  await deals.getByLabel(SUCCESS).and(page.locator('input')).click();
  const options = page.getByRole('option');
  await options.filter({ hasText: 'Завершённая' }).waitFor();
  expect(await options.filter({ hasText: 'Доставлен' }).count()).toBe(0);
  await options.filter({ hasText: 'Завершённая' }).click();
  await choose(deals, FAILURE, 'Новая');
  await save(stage, page);
  deals = await section(page, DEALS);
  await shows(deals, OBJECT, 'Внутренняя задача');

  await outside.move(task, { status: REFUSED });
  // in the story it stays, while the row says what was heard last: that UIS has read the row before
  await page.goto(`${stage.base}/journal?kind=deal&task=${task}`);
  await page.locator('a[href^="/journal/"]').first().click();
  await page.getByRole('heading', { name: 'Что происходило' }).waitFor();
  await page.getByText('В настройках выбран другой объект').first().waitFor();
  expect((await outside.deal(task, { stage: 'В работе' })).rows).toBe(before.rows);
  expect(complaintsOf(page)).toEqual([]);
});

it('switched off, nothing is told; the journal says why', async () => {
  await openSettings(stage, page);
  const deals = await section(page, DEALS);
  await choose(deals, OBJECT, 'Заявка');
  await choose(deals, SUCCESS, 'Доставлен');
  await choose(deals, FAILURE, 'Отказ');
  await save(stage, page);
  const task = await order();
  await outside.deal(task, { stage: 'Новая' });
  await turn(page, DEALS, false);
  await save(stage, page);
  await outside.move(task, { status: DELIVERED });
  await page.goto(`${stage.base}/journal?kind=deal&task=${task}`);
  await page.getByText('Раздел «Сделки» выключен').waitFor();
  await outside.deal(task, { stage: 'Новая' });
});
