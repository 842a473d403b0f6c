// A whole conversation without a mouse, and no barriers in any of its states.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { barriers, complaintsOf, startStage, type Stage } from '../stage';
import { atWork, heard, message, visitor } from '../visitors';

const MOST_STEPS = 60;

let stage: Stage;
let anna: Page;
beforeAll(async () => {
  stage = await startStage();
  anna = await atWork(stage);
});
afterAll(() => stage.end());

/** Presses Tab until this is in focus. */
async function tabTo(wanted: Locator, key = 'Tab') {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await anna.keyboard.press(key);
  }
  throw new Error(`not reached: ${wanted.toString()}`);
}

const inFocus = (one: Locator) => expect.poll(() => one.evaluate((element) => element.contains(document.activeElement))).toBe(true);

it('chosen in the list, taken, answered with a ready reply and a quote, handed over, closed', async () => {
  const yana = await visitor(stage, 'Яна Берёзова', 'Какие цветы есть?');
  const list = anna.getByRole('listbox');
  await tabTo(list);
  await anna.keyboard.press('ArrowDown');
  await anna.getByRole('heading', { level: 2, name: 'Яна Берёзова' }).first().waitFor();
  const take = anna.getByRole('button', { name: 'Взять в работу' });
  await tabTo(take);
  await anna.keyboard.press('Enter');
  // whoever takes it writes at once
  await inFocus(message(anna));
  await anna.keyboard.type('Пионы и розы');
  await anna.keyboard.press('Shift+Enter');
  await anna.keyboard.type('и ещё астры');
  await anna.keyboard.press('Enter');
  await yana.sees('и ещё астры');
  await inFocus(message(anna));

  const answer = anna.getByRole('button', { name: 'Ответить на сообщение' }).first();
  await tabTo(answer, 'Shift+Tab');
  await anna.keyboard.press('Enter');
  await inFocus(message(anna));
  await anna.getByText('Ответ на сообщение').waitFor();
  // Escape takes the quote back first
  await anna.keyboard.press('Escape');
  await anna.getByText('Ответ на сообщение').waitFor({ state: 'detached' });
  await anna.keyboard.press('/');
  await inFocus(anna.getByLabel('Найти ответ'));
  await anna.keyboard.press('Escape');
  await inFocus(message(anna));

  const over = anna.getByRole('button', { name: 'Передать' });
  await tabTo(over, 'Shift+Tab');
  await anna.keyboard.press('Enter');
  const dialog = anna.getByRole('dialog', { name: 'Передать обращение' });
  await tabTo(dialog.getByRole('radio', { name: /Кузнецов/ }));
  await anna.keyboard.press('Space');
  expect(await dialog.getByRole('radio', { name: /Кузнецов/ }).getAttribute('aria-checked')).toBe('true');
  expect(await barriers(anna)).toEqual([]);
  await anna.keyboard.press('Escape');
  await inFocus(over);

  await tabTo(anna.getByRole('button', { name: 'Закрыть', exact: true }));
  await anna.keyboard.press('Enter');
  await inFocus(anna.getByLabel('Причина'));
  await anna.keyboard.type('Всё подсказали');
  await tabTo(anna.getByRole('dialog').getByRole('button', { name: 'Закрыть', exact: true }).last());
  await anna.keyboard.press('Enter');
  await anna.getByRole('log').getByText(/Всё подсказали/).waitFor();
  await yana.page.getByText('Чат завершён').waitFor();
  expect(await heard(yana.page, 'и ещё астры').count()).toBe(1);
  expect(complaintsOf(anna)).toEqual([]);
});

it.each([
  ['ru, light', 1920, 'light'], ['ru, dark', 1920, 'dark'], ['ru, a phone', 360, 'light'], ['ru, a phone in the dark', 360, 'dark'], ['en, a phone', 360, 'light'],
] as const)('no barriers, and nothing runs out of the page: %s', async (name, width, colorScheme) => {
  await anna.emulateMedia({ colorScheme });
  await anna.setViewportSize({ width, height: 800 });
  await anna.evaluate((english) => localStorage.setItem('svyazka.lang', english ? 'en' : 'ru'), name.startsWith('en'));
  const long = 'Константин Константинопольский-Задунайский, управляющий садами и оранжереями';
  const client = await visitor(stage, long, `https://romashka.ru/${'очень-длинный-адрес/'.repeat(20)}`);
  await anna.goto(`${stage.base}/workspace?view=queue`);
  const wide = () => anna.evaluate(() => document.documentElement.scrollWidth);
  const looked = async () => expect([await barriers(anna), await wide()]).toEqual([[], width]);
  await anna.getByRole('option').filter({ hasText: long }).first().waitFor();
  await looked();
  await anna.getByRole('option').filter({ hasText: long }).first().click();
  await anna.getByRole('button', { name: /Взять в работу|^Take$/ }).click();
  await anna.locator('#work-text').fill('слово '.repeat(200));
  await looked();
  if (width < 1250) {
    await anna.getByRole('button', { name: /^(Клиент|Client)$/ }).click();
    await anna.getByRole('complementary').waitFor();
    await looked();
  }
  await client.page.getByRole('button', { name: 'Завершить' }).click();
  await client.page.context().close();
});
