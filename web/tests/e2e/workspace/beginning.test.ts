// Writing to a client first.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { barriers, complaintsOf, startStage, type Stage } from '../stage';
import { atWork, message, openCard, visitorWindow, write } from '../visitors';

let stage: Stage;
let anna: Page;
beforeAll(async () => {
  stage = await startStage();
  anna = await atWork(stage);
});
afterAll(() => stage.end());

async function choose(dialog: Locator, channel: string) {
  await dialog.getByLabel('Канал').and(anna.locator('input')).click();
  await anna.getByRole('option', { name: channel, exact: true }).click();
}

it('the channels where the client writes first are shown as such and can’t be chosen', async () => {
  await anna.getByRole('button', { name: 'Начать чат' }).click();
  const dialog = anna.getByRole('dialog', { name: 'Начать чат' });
  await dialog.getByText('первым пишет клиент').waitFor();
  await dialog.getByLabel('Канал').and(anna.locator('input')).click();
  const able = async (name: string) => (await anna.getByRole('option', { name }).getAttribute('data-combobox-disabled')) === null;
  expect([await able('SMS'), await able('Почта info@romashka.ru'), await able('Telegram-бот @romashka_bot'), await able('Сайт romashka.ru')]).toEqual([true, true, false, false]);
  await anna.getByText('Первым пишет клиент', { exact: true }).waitFor();
  await anna.keyboard.press('Escape');
  await anna.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('a chat is begun, and what can’t be an address is said at once', async () => {
  await anna.getByRole('button', { name: 'Начать чат' }).click();
  const dialog = anna.getByRole('dialog', { name: 'Начать чат' });
  await choose(dialog, 'SMS');
  await dialog.getByLabel('Телефон клиента').fill('123');
  await dialog.getByRole('button', { name: 'Начать', exact: true }).click();
  await dialog.getByRole('alert').getByText('Это не телефон').waitFor();
  expect(await barriers(anna)).toEqual([]);
  await dialog.getByLabel('Телефон клиента').fill('+7 903 555-00-01');
  await dialog.getByRole('button', { name: 'Начать', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await write(anna, 'Заказ собран');
  const client = await visitorWindow(stage, { channel: 'SMS', digits: '5550001' });
  await client.sees('Заказ собран');
});

it('whoever left a lead is written to, his phone at hand, and the lead is marked', async () => {
  await anna.request.post(`${stage.base}/sandbox/control/uis/leads`, { data: { name: 'Ольга Садовая', phone: '79035550002', text: 'Нужен букет' } });
  await openCard(anna, 'Ольга Садовая');
  const client = anna.getByRole('complementary', { name: 'Клиент' });
  await client.getByText('+7 903 555-00-02').waitFor();
  await client.getByText('romashka.ru', { exact: true }).first().waitFor();
  await anna.getByRole('button', { name: 'Взять в работу' }).click();
  await anna.getByRole('button', { name: 'Написать' }).click();
  const dialog = anna.getByRole('dialog', { name: 'Начать чат' });
  await choose(dialog, 'SMS');
  expect(await dialog.getByLabel('Телефон клиента').inputValue()).toBe('79035550002');
  await dialog.getByRole('button', { name: 'Начать', exact: true }).click();
  await message(anna).waitFor();
  await write(anna, 'Здравствуйте, букет соберём');
  const olga = await visitorWindow(stage, { channel: 'SMS', digits: '5550002' });
  await olga.sees('Здравствуйте, букет соберём');

  await anna.getByRole('complementary', { name: 'Клиент' }).getByRole('button', { name: /^Заявка/ }).click();
  await anna.getByRole('button', { name: 'Обработана' }).first().click();
  await anna.getByRole('dialog').getByRole('button', { name: 'Обработана' }).click();
  await anna.getByRole('log').getByText(/Заявка обработана/).waitFor();
  expect(complaintsOf(anna)).toEqual([]);
});
