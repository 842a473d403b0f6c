// The client's card: a task by a click, a call by a click, and everything there was with him.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { answered, Outside } from '../calls';
import { choose, openSettings, part, save, tab } from '../settings-page';
import { complaintsOf, startStage, type Stage } from '../stage';
import { hasten } from '../texts';
import { atWork, take, visitor } from '../visitors';

const PHONE = '79036660001';

let stage: Stage;
let anna: Page;
let outside: Outside;
beforeAll(async () => {
  stage = await startStage();
  anna = await atWork(stage);
  outside = new Outside(stage, anna);
  await hasten(outside);
});
afterAll(() => stage.end());

const client = () => anna.getByRole('complementary', { name: 'Клиент' });

it('where nothing is made by itself, a click makes the task', async () => {
  await openSettings(stage, anna);
  const chats = part(await tab(anna, 'Текстовые коммуникации', 'Основное'), 'Чаты');
  await choose(chats, 'При первичных обращениях', 'Ничего не создавать');
  await save(stage, anna);

  await visitor(stage, 'Мария Липова', 'Хочу заказать', '+7 903 666-00-01');
  await anna.goto(`${stage.base}/workspace`);
  await take(anna, 'Мария Липова');
  await client().getByText('В Планфиксе такого клиента нет').waitFor();
  expect(await outside.tasksOf(PHONE)).toEqual([]);
  await client().getByRole('button', { name: 'Создать задачу' }).click();
  await anna.getByRole('log').getByText(/Задача \d+ в Планфиксе/).waitFor();
  const link = client().getByRole('link', { name: /^Чат с Мария Липова/ });
  await link.waitFor();
  const [task, ...others] = await outside.tasksOf(PHONE);
  expect([task?.name, others]).toEqual(['Чат с Мария Липова: Сайт romashka.ru', []]);
  expect(await link.getAttribute('href')).toMatch(new RegExp(`/task/${task?.id}$`));
  expect(await client().getByRole('button', { name: 'Создать задачу' }).count()).toBe(0);
});

it('a click calls: the operator’s phone first, then the client’s; chats, leads and calls stand together', async () => {
  await outside.order('uis/leads', { name: 'Мария', phone: PHONE, text: 'Нужен букет' });
  await outside.order('uis/calls', { speed: 20, ...answered(PHONE, '101') });
  await client().getByRole('button', { name: 'Позвонить на +7 903 666-00-01' }).click();
  await anna.getByText('Звоним: возьмите трубку').waitFor();
  const asked = async () => JSON.stringify(((await outside.ask('uis/state')) as { asked: unknown[] }).asked[0]);
  expect(await asked()).toMatch(new RegExp(`start.employee_call.*${PHONE}|${PHONE}.*start.employee_call`));

  const past = client().getByRole('region', { name: 'История обращений' }).getByRole('listitem');
  await expect.poll(async () => (await past.allInnerTexts()).map((text) => /^(Чат|Заявка|Звонок)/.exec(text)?.[0]).toSorted(), { timeout: 60_000 }).toEqual(['Заявка', 'Звонок', 'Звонок']);
  // a call opens in the journal, a lead here
  expect(await past.getByRole('link', { name: /^Звонок/ }).first().getAttribute('href')).toMatch(/^\/journal\/\d+$/);
  await past.getByRole('button', { name: /^Заявка/ }).click();
  await anna.getByRole('heading', { level: 2, name: 'Мария' }).first().waitFor();
  await client().getByRole('button', { name: /^Чат/ }).waitFor();
  expect(complaintsOf(anna)).toEqual([]);
});
