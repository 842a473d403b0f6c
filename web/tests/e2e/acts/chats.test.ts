// «Чаты»: which chats are handled, when, what is created of them, and for whom.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { newPhone, Outside } from '../calls';
import { inWords, setCondition } from '../condition-dialog';
import { check, choose, chooseMany, isChecked, openSettings, part, save, shows, showsMany, tab, turn } from '../settings-page';
import { signIn, startStage, type Stage } from '../stage';
import { chat, hasten, write } from '../texts';

let stage: Stage;
let page: Page;
let outside: Outside;
beforeAll(async () => {
  stage = await startStage();
  page = await stage.open();
  await signIn(stage, page);
  outside = new Outside(stage, page);
  await hasten(outside);
});
afterAll(() => stage.end());

const TEXT = 'Текстовые коммуникации';
const [PARTNER, REQUEST, INNER] = [2, 12, 13];
const SOON = { timeout: 40_000 };
// UIS tells of tags in its report alone, which is read every two minutes
const TAGGED = { timeout: 150_000, interval: 500 };

const chats = async () => part(await tab(page, TEXT, 'Основное'), 'Чаты');
const made = async (phone: string) => (await outside.tasksOf(phone)).map((task) => ({ object: task.object, who: task.assignees.users }));

it('a first chat makes what the settings say, and a repeated one too', async () => {
  await openSettings(stage, page);
  const where = await chats();
  await choose(where, 'При первичных обращениях', 'Создавать контакт и задачу');
  await choose(where, 'Назначать на', 'Из настроек интеграции');
  await choose(where, 'При повторных обращениях', 'Создавать задачу');
  await choose(where, 'Назначать на', 'Ответственного из карточки контакта', 1);
  await choose(where, 'Шаблон для создания контакта', 'Партнёр');
  await choose(where, 'Объект задачи', 'Внутренняя задача');
  await save(stage, page);
  await shows(await chats(), 'При повторных обращениях', 'Создавать задачу');
  await shows(await chats(), 'Шаблон для создания контакта', 'Партнёр');
  await shows(await chats(), 'Объект задачи', 'Внутренняя задача');
  const igor = newPhone();
  await chat(outside, { phone: igor });
  expect([(await outside.contactOf(igor))?.template, await made(igor)]).toEqual([PARTNER, [{ object: INNER, who: ['user:1'] }]]);
  await chat(outside, { phone: igor });
  expect(await made(igor)).toHaveLength(2);

  await choose(await chats(), 'При первичных обращениях', 'Создавать контакт');
  await choose(await chats(), 'При повторных обращениях', 'Создавать задачу, если нет открытой');
  await choose(await chats(), 'Объект задачи', 'Заявка');
  await save(stage, page);
  await shows(await chats(), 'При первичных обращениях', 'Создавать контакт');
  const anna = newPhone();
  await chat(outside, { phone: anna });
  expect([(await outside.contactOf(anna))?.template, await made(anna)]).toEqual([PARTNER, []]);
  await chat(outside, { phone: anna });
  await chat(outside, { phone: anna });
  expect(await made(anna)).toEqual([{ object: REQUEST, who: ['user:1'] }]);
});

it('a chat passes when its filter says so, by site, channel, campaign and source', async () => {
  await openSettings(stage, page);
  const where = await chats();
  await choose(where, 'При первичных обращениях', 'Создавать контакт и задачу');
  await check(where, 'Фильтровать чаты', true);
  await setCondition(where.getByRole('button', { name: 'Фильтр чатов' }), {
    join: 'ИЛИ',
    of: [{ param: 'Источник', op: 'Включить', values: ['ВКонтакте'] }, { param: 'Канал', op: 'Включить', values: ['WhatsApp Business'] }],
  });
  await save(stage, page);
  expect(await inWords((await chats()).getByRole('button', { name: 'Фильтр чатов' }))).toContain('Канал: включить WhatsApp Business');
  const [source, channel, other] = Array.from({ length: 3 }, newPhone) as [string, string, string];
  await chat(outside, { phone: source, campaign: 'Тестовая кампания' }, { phone: channel, channel: 'waba' }, { phone: other });
  for (const passes of [source, channel]) expect([await outside.states(passes), (await made(passes)).length]).toEqual([['done'], 1]);
  expect([await outside.states(other), await outside.contactOf(other)]).toEqual([['filtered'], undefined]);

  await check(await chats(), 'Фильтровать чаты', false);
  await save(stage, page);
  expect(await isChecked(await chats(), 'Фильтровать чаты')).toBe(false);
  const free = newPhone();
  await chat(outside, { phone: free });
  expect(await made(free)).toHaveLength(1);
});

it('something is made at the start, at the end, or when one of the chosen tags is set', async () => {
  await openSettings(stage, page);
  await choose(await chats(), 'Создавать контакт/задачу', 'На завершение чата');
  await save(stage, page);
  await shows(await chats(), 'Создавать контакт/задачу', 'На завершение чата');
  const [open, ended] = [newPhone(), newPhone()];
  await write(outside, { phone: open, ends: false });
  await chat(outside, { phone: ended });
  expect([await made(open), (await made(ended)).length]).toEqual([[], 1]);
  await write(outside, { phone: open });
  await expect.poll(() => made(open), SOON).toHaveLength(1);

  await choose(await chats(), 'Создавать контакт/задачу', 'На проставление тега');
  await chooseMany(await chats(), 'Список тегов', ['Заказ', 'Целевой']);
  await save(stage, page);
  await shows(await chats(), 'Создавать контакт/задачу', 'На проставление тега');
  await showsMany(await chats(), 'Список тегов', ['Заказ', 'Целевой']);
  const [order, spam] = [newPhone(), newPhone()];
  await write(outside, { phone: spam, tag: 'Спам' });
  await write(outside, { phone: order, tag: 'Целевой' });
  await expect.poll(() => made(order), TAGGED).toHaveLength(1);
  expect([await made(spam), await outside.states(spam)]).toEqual([[], ['waiting']]);
}, 240_000);

it('chats without contact data become contacts of their own where the settings say so', async () => {
  const known = async (name: string) => (await outside.planfix()).contacts.filter((one) => one.name === name).length;
  await openSettings(stage, page);
  await choose(await chats(), 'Создавать контакт/задачу', 'На начало чата');
  await check(await chats(), 'Передавать чаты без контактных данных', false);
  await choose(await chats(), 'При повторных обращениях', 'Ничего не создавать');
  await save(stage, page);
  await write(outside, { name: 'Безымянный' });
  await chat(outside, { phone: newPhone() });
  expect(await known('Безымянный')).toBe(0);

  await check(await chats(), 'Передавать чаты без контактных данных', true);
  await save(stage, page);
  expect(await isChecked(await chats(), 'Передавать чаты без контактных данных')).toBe(true);
  await write(outside, { name: 'Незнакомец' });
  await write(outside, { name: 'Незнакомец' });
  await expect.poll(() => known('Незнакомец'), SOON).toBe(2);
});

it('chats that are switched off leave nothing in Planfix', async () => {
  await openSettings(stage, page);
  await tab(page, TEXT, 'Основное');
  await turn(page, 'Чаты', false);
  await save(stage, page);
  await tab(page, TEXT, 'Основное');
  expect(await page.getByRole('switch', { name: 'Чаты' }).isChecked()).toBe(false);
  const phone = newPhone();
  await chat(outside, { phone });
  expect([await outside.states(phone), await outside.contactOf(phone)]).toEqual([['filtered'], undefined]);
});
