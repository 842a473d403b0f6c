// WhatsApp Business takes nothing but templates when the client has not written for a day.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers, complaintsOf, startStage, type Stage } from '../stage';
import { atWork, heard, message, said, take, visitor, visitorWindow, write } from '../visitors';

let stage: Stage;
let anna: Page;
beforeAll(async () => {
  stage = await startStage();
  anna = await atWork(stage);
});
afterAll(() => stage.end());

const shut = (page: Page) => page.getByRole('alert').filter({ hasText: 'Окно WhatsApp закрыто' });

it('a chat begun there is begun with a template, shown as the client gets it; his answer opens the window', async () => {
  await anna.getByRole('button', { name: 'Начать чат' }).click();
  const dialog = anna.getByRole('dialog', { name: 'Начать чат' });
  await dialog.getByLabel('Канал').and(anna.locator('input')).click();
  await anna.getByRole('option', { name: 'WhatsApp Business' }).click();
  await dialog.getByLabel('Телефон клиента').fill('8 (903) 111-22-33');
  await dialog.getByRole('button', { name: 'Начать', exact: true }).click();
  await shut(anna).waitFor();
  await anna.getByText('окно WhatsApp закрыто', { exact: true }).waitFor();
  expect(await message(anna).count()).toBe(0);

  await anna.getByLabel('Шаблон').and(anna.locator('input')).click();
  await anna.getByRole('option', { name: 'Мы получили ваш вопрос' }).click();
  const preview = anna.getByRole('group', { name: 'Так увидит клиент' });
  expect(await preview.innerText()).toBe('Ромашка\n\nМы получили ваш вопрос и готовы ответить.\n\nНапишите мне');
  expect(await barriers(anna)).toEqual([]);
  await anna.getByRole('button', { name: 'Отправить' }).click();
  await said(anna, 'Мы получили ваш вопрос').waitFor();

  const client = await visitorWindow(stage, { channel: 'WhatsApp Business', digits: '1112233' });
  await client.sees('Мы получили ваш вопрос и готовы ответить.');
  expect(await heard(client.page, 'Мы получили').count()).toBe(1);
  await client.says('Да, напишите');
  await said(anna, 'Да, напишите').waitFor();
  await message(anna).waitFor();
  await anna.getByText(/окно WhatsApp до/).waitFor();
  await write(anna, 'Букет готов');
  await client.sees('Букет готов');
});

it('a window that ends while somebody writes is closed before his eyes, and what he wrote is kept', async () => {
  const client = await visitor(stage, 'Пётр Окошкин', 'Вопрос про доставку', '', { channel: 'WhatsApp Business', digits: '1112244' });
  await take(anna, 'Пётр Окошкин');
  await message(anna).fill('Пишу ответ');
  await anna.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 25 * 3_600_000;
    window.dispatchEvent(new Event('focus'));
  });
  await shut(anna).waitFor();
  expect(await message(anna).count()).toBe(0);
  await anna.reload();
  await expect.poll(() => message(anna).inputValue()).toBe('Пишу ответ');
  expect(complaintsOf(anna)).toEqual([]);
  await client.page.context().close();
});
