// «Звонки по клику из CRM», «персональный менеджер», and telephony as a whole.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { answered, MAIN_NUMBER, newPhone, Outside, SHOP_NUMBER } from '../calls';
import { check, choose, isChecked, openSettings, part, save, shows, tab, turn } from '../settings-page';
import { signIn, startStage, type Stage } from '../stage';

const CLICK = 'Звонки по клику из CRM';
const ALWAYS = 'Всегда отображать номер';
const MANAGER = 'Включить переадресацию на персонального менеджера';

let stage: Stage;
let page: Page;
let outside: Outside;
beforeAll(async () => {
  stage = await startStage();
  page = await stage.open();
  await signIn(stage, page);
  outside = new Outside(stage, page);
  // a contact to click in
  await outside.play(answered(newPhone(), '101'));
});
afterAll(() => stage.end());

const main = () => tab(page, 'Телефония', 'Основное');

/** Clicks the number in the contact's card, and says with which of our numbers UIS was asked to call. */
async function click(user: number): Promise<string> {
  const phone = newPhone();
  const [contact] = (await outside.planfix()).contacts;
  const answer = await page.request.post(outside.control('planfix/click'), { data: { user, phone, contact: contact!.id } });
  const { accepted, shown } = (await answer.json()) as { accepted: boolean; shown: string };
  if (!accepted) return `refused: ${shown}`;
  const { asked } = (await outside.ask('uis/state')) as { asked: { request: string }[] };
  return /from (\d+)/.exec(asked.find((one) => one.request.includes(phone))?.request ?? '')?.[1] ?? 'not asked';
}

it('a click calls from the number that is set, or from the employee’s own one', async () => {
  await openSettings(stage, page);
  await choose(part(await main(), CLICK), 'Исходящий номер', SHOP_NUMBER);
  await save(stage, page);
  await shows(part(await main(), CLICK), 'Исходящий номер', SHOP_NUMBER);
  expect([await click(1), await click(3)]).toEqual([SHOP_NUMBER, SHOP_NUMBER]);

  await check(part(await main(), CLICK), ALWAYS, false);
  await save(stage, page);
  expect(await isChecked(part(await main(), CLICK), ALWAYS)).toBe(false);
  // Анна has a line with a number of its own, Вера has none
  expect([await click(1), await click(3)]).toEqual([MAIN_NUMBER, SHOP_NUMBER]);

  await turn(page, CLICK, false);
  await save(stage, page);
  expect(await page.getByRole('switch', { name: CLICK }).isChecked()).toBe(false);
  expect(await click(2)).toMatch(/^refused/);
});

it('UIS is told who the personal manager is, until that is switched off', async () => {
  const told = async () => ((await outside.ask('uis/state')) as { questions: { answer?: unknown }[] }).questions;
  await outside.scenario('personal-manager', newPhone());
  await expect.poll(async () => (await told()).length, { timeout: 15_000 }).toBe(1);
  expect(JSON.stringify((await told())[0])).toContain('74951004503');

  await openSettings(stage, page);
  await check(part(await main(), 'Входящие звонки'), MANAGER, false);
  await save(stage, page);
  expect(await isChecked(part(await main(), 'Входящие звонки'), MANAGER)).toBe(false);
  await outside.scenario('personal-manager', newPhone());
  await expect.poll(async () => (await told()).length, { timeout: 15_000 }).toBe(2);
  expect(JSON.stringify((await told())[0])).not.toContain('74951004503');
});

it('with telephony switched off a call leaves nothing in Planfix, and the journal says why', async () => {
  await openSettings(stage, page);
  await turn(page, 'Телефония', false);
  await save(stage, page);
  expect(await page.getByRole('switch', { name: 'Телефония' }).isChecked()).toBe(false);
  const phone = newPhone();
  await outside.play(answered(phone, '101'));
  expect([await outside.cardsOf(phone), await outside.contactOf(phone)]).toEqual([[], undefined]);
  await page.goto(`${stage.base}/journal?phone=${phone}`);
  await page.locator('a[href^="/journal/"]').first().click();
  await page.getByText(/выключен/).first().waitFor();
});
