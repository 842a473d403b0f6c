// «Дополнительные поля»: what is put into contacts, tasks and the analytics «Звонок».
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { answered, newPhone, Outside, SHOP_NUMBER } from '../calls';
import { check, choose, field, isChecked, openSettings, part, save, shows, tab } from '../settings-page';
import { signIn, startStage, type Stage } from '../stage';

let stage: Stage;
let page: Page;
let outside: Outside;
beforeAll(async () => {
  stage = await startStage();
  page = await stage.open();
  await signIn(stage, page);
  outside = new Outside(stage, page);
});
afterAll(() => stage.end());

const ALWAYS = 'Обновлять всегда';
const fields = () => tab(page, 'Телефония', 'Дополнительные поля');

async function addField(where: Locator, nth: number, planfix: string, uis: string, always: boolean) {
  await where.getByRole('button', { name: 'Добавить' }).click();
  await choose(where, 'Поле Планфикса', planfix, nth);
  await choose(where, 'Параметр UIS', uis, nth);
  await check(where, ALWAYS, always, nth);
}

it('a field is filled from its variable, and again only where «Обновлять всегда» says so', async () => {
  await openSettings(stage, page);
  const contacts = part(await fields(), 'Для контактов');
  await addField(contacts, 1, 'Источник', 'Сайт', true);
  const tasks = part(await fields(), 'Для задач');
  await tasks.getByRole('button', { name: 'Убрать: 1' }).click();
  await addField(tasks, 1, 'Комментарий UIS', 'Название сценария', false);
  await check(tasks, ALWAYS, false);
  const calls = part(await fields(), 'Для аналитики «Звонок»');
  await field(calls, 'Имя поля').fill('utm_source');
  await choose(calls, 'Параметр UIS', 'Виртуальный номер');
  await save(stage, page);

  const kept = part(await fields(), 'Для контактов');
  await shows(kept, 'Поле Планфикса', 'Источник', 1);
  await shows(kept, 'Параметр UIS', 'Сайт', 1);
  expect([await isChecked(kept, ALWAYS, 0), await isChecked(kept, ALWAYS, 1)]).toEqual([false, true]);
  const ofTasks = part(await fields(), 'Для задач');
  await shows(ofTasks, 'Поле Планфикса', 'Кампания', 0);
  await shows(ofTasks, 'Поле Планфикса', 'Комментарий UIS', 1);
  expect(await isChecked(ofTasks, ALWAYS, 0)).toBe(false);
  await shows(part(await fields(), 'Для аналитики «Звонок»'), 'Имя поля', 'utm_source');

  const phone = newPhone();
  await outside.play(answered(phone, '101'));
  // 101 «Сайт», 102 «Источник»; 201 utm_source, 202 «Кампания», 205 «Комментарий UIS»
  expect((await outside.contactOf(phone))?.custom).toMatchObject({ 101: 'romashka.ru', 102: 'romashka.ru' });
  expect((await outside.tasksOf(phone))[0]?.custom).toEqual({ 202: 'Посетители без рекламной кампании', 205: 'Основной сценарий' });
  expect((await outside.planfixLedger()).find((line) => line.includes('COMPLETED/Success'))).toContain('utm_source=74950236854');

  await outside.play(answered(phone, '101', { number: SHOP_NUMBER }));
  expect((await outside.contactOf(phone))?.custom).toMatchObject({ 101: 'romashka.ru', 102: 'romashka.shop' });
});

it('of a task that is open already, only the fields to be always updated change', async () => {
  const phone = newPhone();
  await outside.play(answered(phone, '101'));
  await openSettings(stage, page);
  await check(part(await fields(), 'Для задач'), ALWAYS, true, 1);
  await save(stage, page);
  expect(await isChecked(part(await fields(), 'Для задач'), ALWAYS, 1)).toBe(true);

  await outside.play(answered(phone, '101', { number: SHOP_NUMBER, campaign: 'Яндекс.Директ: букеты' }));
  const tasks = await outside.tasksOf(phone);
  expect(tasks).toHaveLength(1);
  expect(tasks[0]?.custom).toEqual({ 202: 'Посетители без рекламной кампании', 205: 'Интернет-магазин' });
});
