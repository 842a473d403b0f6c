// «Заявки»: which leads are handled, what is created of them, and for whom.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { newPhone, Outside } from '../calls';
import { inWords, setCondition } from '../condition-dialog';
import { check, choose, isChecked, openSettings, part, save, shows, tab, turn } from '../settings-page';
import { signIn, startStage, type Stage } from '../stage';
import { hasten, leave } from '../texts';

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
const [CLIENT, PARTNER, REQUEST, INNER] = [1, 2, 12, 13];

const leads = async () => part(await tab(page, TEXT, 'Основное'), 'Заявки');

interface Wanted {
  first: [create: string, assign: string];
  repeat: [create: string, assign: string];
  template: string;
  object: string;
}

async function set({ first, repeat, template, object }: Wanted) {
  await openSettings(stage, page);
  const where = await leads();
  await choose(where, 'При первичных обращениях', first[0]);
  await choose(where, 'Назначать на', first[1]);
  await choose(where, 'При повторных обращениях', repeat[0]);
  await choose(where, 'Назначать на', repeat[1], 1);
  await choose(where, 'Шаблон контакта', template);
  await choose(where, 'Объект задачи', object);
  await save(stage, page);
  const kept = await leads();
  await shows(kept, 'При первичных обращениях', first[0]);
  await shows(kept, 'Назначать на', first[1]);
  await shows(kept, 'При повторных обращениях', repeat[0]);
  await shows(kept, 'Назначать на', repeat[1], 1);
  await shows(kept, 'Шаблон контакта', template);
  await shows(kept, 'Объект задачи', object);
}

const made = async (phone: string) => (await outside.tasksOf(phone)).map((task) => ({ object: task.object, who: task.assignees.users }));
const template = async (phone: string) => (await outside.contactOf(phone))?.template;

it('a first lead makes what the settings say, from the template and as the object they say, and a repeated one goes to the contact’s owner', async () => {
  await set({ first: ['Создавать контакт и задачу', 'Из настроек интеграции'], repeat: ['Создавать задачу', 'Ответственного из карточки контакта'], template: 'Партнёр', object: 'Внутренняя задача' });
  const [main, shop] = [newPhone(), newPhone()];
  await leave(outside, { phone: main }, { phone: shop, site: 'romashka.shop' });
  expect([await template(main), await made(main)]).toEqual([PARTNER, [{ object: INNER, who: ['user:1'] }]]);
  expect(await made(shop)).toEqual([{ object: INNER, who: ['user:2'] }]);
  // from the main site now, whose leads the rules give to another one
  await leave(outside, { phone: shop });
  expect(await made(shop)).toEqual([{ object: INNER, who: ['user:2'] }, { object: INNER, who: ['user:2'] }]);

  await set({ first: ['Создавать контакт', 'Из настроек интеграции'], repeat: ['Создавать задачу, если нет открытой', 'Из настроек интеграции'], template: 'Клиент', object: 'Заявка' });
  const contact = newPhone();
  await leave(outside, { phone: contact });
  expect([await template(contact), await made(contact)]).toEqual([CLIENT, []]);
  await leave(outside, { phone: contact });
  await leave(outside, { phone: contact });
  expect(await made(contact), 'the second finds the first one’s task open').toEqual([{ object: REQUEST, who: ['user:1'] }]);

  await set({ first: ['Ничего не создавать', 'Из настроек интеграции'], repeat: ['Ничего не создавать', 'Из настроек интеграции'], template: 'Клиент', object: 'Заявка' });
  const nobody = newPhone();
  await leave(outside, { phone: nobody }, { phone: contact });
  expect([await outside.contactOf(nobody), (await made(contact)).length]).toEqual([undefined, 1]);
});

it('a lead passes when its filter says so, by site, source, campaign and form, and always when the filter is off', async () => {
  await set({ first: ['Создавать контакт и задачу', 'Из настроек интеграции'], repeat: ['Создавать задачу', 'Из настроек интеграции'], template: 'Клиент', object: 'Заявка' });
  await setCondition((await leads()).getByRole('button', { name: 'Фильтр заявок' }), {
    join: 'ИЛИ',
    of: [
      { param: 'Источник', op: 'Включить', values: ['ВКонтакте'] },
      { join: 'И', of: [
        { param: 'Сайт', op: 'Включить', values: ['romashka.ru'] },
        { param: 'Рекламная кампания', op: 'Исключить', values: ['Яндекс.Директ: букеты'] },
      ] },
    ],
  });
  await save(stage, page);
  expect(await inWords((await leads()).getByRole('button', { name: 'Фильтр заявок' }))).toContain('Источник: включить ВКонтакте ИЛИ (Сайт: включить romashka.ru И');
  const [source, site, campaign, shop] = Array.from({ length: 4 }, newPhone) as [string, string, string, string];
  await leave(outside, { phone: source, campaign: 'Тестовая кампания' }, { phone: site }, { phone: campaign, campaign: 'Яндекс.Директ: букеты' }, { phone: shop, site: 'romashka.shop' });
  for (const passes of [source, site]) expect([await outside.states(passes), (await made(passes)).length]).toEqual([['done'], 1]);
  for (const excluded of [campaign, shop]) expect([await outside.states(excluded), await outside.contactOf(excluded)]).toEqual([['filtered'], undefined]);

  await check(await leads(), 'Фильтровать заявки', false);
  await save(stage, page);
  expect(await isChecked(await leads(), 'Фильтровать заявки')).toBe(false);
  const free = newPhone();
  await leave(outside, { phone: free, site: 'romashka.shop' });
  expect(await made(free)).toHaveLength(1);
});

it('leads that are switched off, alone or with the whole section, leave nothing in Planfix', async () => {
  await openSettings(stage, page);
  await tab(page, TEXT, 'Основное');
  await turn(page, 'Заявки', false);
  await save(stage, page);
  await tab(page, TEXT, 'Основное');
  expect(await page.getByRole('switch', { name: 'Заявки' }).isChecked()).toBe(false);
  const alone = newPhone();
  await leave(outside, { phone: alone });
  expect([await outside.states(alone), await outside.contactOf(alone)]).toEqual([['filtered'], undefined]);

  await turn(page, 'Заявки', true);
  await turn(page, TEXT, false);
  await choose(await leads(), 'Шаблон контакта', 'Клиент');
  await choose(await leads(), 'Объект задачи', 'Заявка');
  await save(stage, page);
  expect(await page.getByRole('switch', { name: TEXT }).isChecked()).toBe(false);
  const whole = newPhone();
  await leave(outside, { phone: whole });
  expect([await outside.states(whole), await outside.contactOf(whole)]).toEqual([['filtered'], undefined]);
});
