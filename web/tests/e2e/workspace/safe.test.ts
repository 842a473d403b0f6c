// Nothing is lost and nothing is doubled, whatever becomes of the network and the server.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page, Route } from 'playwright-core';
import { Outside } from '../calls';
import { complaintsOf, startStage, type Stage } from '../stage';
import { atWork, heard, message, said, take, visitor, write } from '../visitors';

let stage: Stage;
let anna: Page;
let outside: Outside;
beforeAll(async () => {
  stage = await startStage();
  anna = await atWork(stage);
  outside = new Outside(stage, anna);
});
afterAll(() => stage.end());

const MESSAGES = /\/cards\/\d+\/messages$/;

it('a message whose answer was lost is sent again and comes once', async () => {
  const vera = await visitor(stage, 'Вера Клёнова', 'Здравствуйте');
  await take(anna, 'Вера Клёнова');
  let lost = 0;
  const lose = async (route: Route) => {
    await route.fetch();
    lost++;
    await route.abort('connectionreset');
  };
  await anna.route(MESSAGES, lose, { times: 2 });
  await write(anna, 'Одно и то же');
  await vera.sees('Одно и то же');
  await said(anna, 'Одно и то же').getByRole('img', { name: 'Прочитано' }).waitFor();
  await expect.poll(() => lost).toBe(2);
  await write(anna, 'А это другое');
  await vera.sees('А это другое');
  expect(await heard(vera.page, 'Одно и то же').count()).toBe(1);
  expect(await said(anna, 'Одно и то же').count()).toBe(1);
});

it('a server that is gone for a while takes the page from nobody', async () => {
  const petr = await visitor(stage, 'Пётр Дубов', 'Ещё вопрос');
  await take(anna, 'Пётр Дубов');
  const gone = (route: Route) => route.fulfill({ status: 502, contentType: 'text/plain', body: 'bad gateway' });
  await anna.route('**/api/**', gone);
  await write(anna, 'Пишу, пока нет сервера');
  await message(anna).fill('и ещё не дописал');
  // what is asked anew when somebody comes back to the window
  await anna.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 60_000;
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('focus'));
  });
  await said(anna, 'Пишу, пока нет сервера').getByRole('img', { name: 'Ждёт отправки' }).waitFor();
  await petr.says('Жду');
  await anna.unroute('**/api/**', gone);
  await petr.sees('Пишу, пока нет сервера');
  await said(anna, 'Жду').waitFor();
  expect(await message(anna).inputValue()).toBe('и ещё не дописал');
  expect(await heard(petr.page, 'Пишу, пока нет сервера').count()).toBe(1);
});

it('what UIS refuses is told at the message itself', async () => {
  await outside.order('uis/chat/settings', { fate: 'error' }, 'put');
  await write(anna, 'Не дойдёт');
  await said(anna, 'Не дойдёт').getByText(/Не доставлено: /).waitFor();
  await outside.order('uis/chat/settings', { fate: 'delivered' }, 'put');
});

it('a chat closed meanwhile says so, and what was written can be taken back', async () => {
  const nina = await visitor(stage, 'Нина Сосновая', 'Последний вопрос');
  await take(anna, 'Нина Сосновая');
  await anna.context().setOffline(true);
  await write(anna, 'Слишком поздно');
  await nina.page.getByRole('button', { name: 'Завершить' }).click();
  await nina.page.getByText('Чат завершён').waitFor();
  await anna.context().setOffline(false);
  const late = said(anna, 'Слишком поздно');
  await late.getByText('Не отправлено: Обращение уже закрыто.').waitFor();
  await late.getByRole('button', { name: 'Удалить' }).click();
  await late.waitFor({ state: 'detached' });
  await anna.getByRole('log').getByText(/Чат закрыт/).waitFor();
  expect(complaintsOf(anna)).toEqual([]);
});

it('the status is UIS’s own: set here, it stands there', async () => {
  await anna.getByRole('button', { name: /Мой статус/ }).click();
  await anna.getByRole('menuitem', { name: 'Не беспокоить' }).click();
  await anna.getByRole('button', { name: 'Мой статус: Не беспокоить' }).waitFor();
  const { company } = (await outside.ask('uis/state')) as { company: { employees: { id: number; status: string }[] } };
  expect(company.employees.find((one) => one.id === 4501)?.status).toBe('do_not_disturb');
});
