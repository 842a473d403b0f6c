// From a visitor's first word to the contact and the task in Planfix with every word in it.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { Outside } from '../calls';
import { complaintsOf, startStage, type Stage } from '../stage';
import { atWork, said, take, visitor, write } from '../visitors';

const PHONE = '79038880001';
const [CLIENT_TEMPLATE, REQUEST_OBJECT] = [1, 12];
const [SOURCE, UTM_SOURCE, CAMPAIGN] = ['102', '201', '202'];

let stage: Stage;
let anna: Page;
let outside: Outside;
beforeAll(async () => {
  stage = await startStage();
  anna = await atWork(stage);
  outside = new Outside(stage, anna);
  await outside.order('uis/chat/settings', { report_lag: { secs: 1 } }, 'put');
});
afterAll(() => stage.end());

it('visitor and operator in two windows; Planfix has the contact, the task and what was said', async () => {
  const digits = '5550010';
  // an advertisement has brought him
  await outside.order('uis/chats', { visitor: `visitor-${digits}`, campaign: 'Яндекс.Директ: букеты' });
  const maria = await visitor(stage, 'Мария Пионова', 'Есть ли пионы к субботе?', '+7 903 888-00-01', { digits });
  await take(anna, 'Мария Пионова');
  await write(anna, 'Здравствуйте, есть!');
  await maria.sees('Здравствуйте, есть!');
  await maria.says('Беру двадцать');
  await said(anna, 'Беру двадцать').waitFor();
  await anna.getByRole('log').getByText(/Задача \d+ в Планфиксе/).waitFor();
  await anna.getByRole('button', { name: 'Закрыть', exact: true }).click();
  await anna.getByText('Вопрос решён').click();
  await anna.getByRole('dialog').getByRole('button', { name: 'Закрыть', exact: true }).last().click();
  await maria.page.getByText('Чат завершён').waitFor();

  const contact = await vi.waitFor(async () => {
    const found = await outside.contactOf(PHONE);
    expect(found?.custom[SOURCE]).toBe('Яндекс.Директ');
    return found!;
  }, { timeout: 30_000, interval: 200 });
  expect(`${contact.name} ${contact.lastname}`.trim()).toBe('Мария Пионова');
  expect([contact.template, contact.supervisors.users]).toEqual([CLIENT_TEMPLATE, ['user:1']]);
  expect(contact.phones.map((one) => one.number.replace(/\D/g, ''))).toEqual([PHONE]);

  const task = await vi.waitFor(async () => {
    const [found, ...others] = await outside.tasksOf(PHONE);
    expect(others).toEqual([]);
    expect(found?.description).toMatch(/Закончен: [^]*Беру двадцать/);
    return found!;
  }, { timeout: 30_000, interval: 200 });
  expect([task.name, task.object, task.assignees.users]).toEqual(['Чат с Мария Пионова: Сайт romashka.ru', REQUEST_OBJECT, ['user:1']]);
  expect(task.counterparty).toBe(`contact:${contact.id}`);
  expect([task.custom[UTM_SOURCE], task.custom[CAMPAIGN]]).toEqual(['yandex', 'Яндекс.Директ: букеты']);
  // every word, in its order, with who said it
  const words = ['Есть ли пионы к субботе?', 'Здравствуйте, есть!', 'Беру двадцать'];
  const places = words.map((one) => task.description.indexOf(one));
  expect(places.every((place) => place >= 0) && places.toSorted((a, b) => a - b).join() === places.join(), task.description).toBe(true);
  expect(task.description).toMatch(/Анна Смирнова[^]*Здравствуйте, есть!/);
  expect(complaintsOf(anna)).toEqual([]);
});
