// Templates, responsibles and fields of leads and chats.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { newPhone, Outside } from '../calls';
import { inWords, setCondition } from '../condition-dialog';
import { check, choose, isChecked, openSettings, part, save, shows, tab, writeTemplate } from '../settings-page';
import { signIn, startStage, type Stage } from '../stage';
import { chat, hasten, leave } from '../texts';

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
const ALWAYS = 'Обновлять всегда';
const NAME = { variable: 'visitor_name' };
const PHONE = { variable: 'visitor_phone_number' };
const TEMPLATES = {
  'Контакт по новой заявке': ['Клиент ', NAME],
  'Контакт по новому чату': ['Посетитель ', NAME],
  'Задача по новой заявке': ['Заявка от ', PHONE],
  'Задача по новому чату': ['Чат от ', PHONE],
};

const names = async (phone: string) => [(await outside.contactOf(phone))?.name, ...(await outside.tasksOf(phone)).map((task) => task.name)];
const assignee = async (phone: string) => (await outside.tasksOf(phone))[0]?.assignees.users;

it('each of the four names is written with «+», kept, and given to the next contact or task', async () => {
  await openSettings(stage, page);
  const templates = await tab(page, TEXT, 'Шаблоны');
  for (const [label, pieces] of Object.entries(TEMPLATES)) await writeTemplate(templates, label, pieces);
  await save(stage, page);
  const kept = await tab(page, TEXT, 'Шаблоны');
  for (const [label, pieces] of Object.entries(TEMPLATES)) {
    await shows(kept, label, pieces.map((one) => (typeof one === 'string' ? one : `{{${one.variable}}}`)).join(''));
  }
  const [olga, igor] = [newPhone(), newPhone()];
  await leave(outside, { phone: olga });
  await chat(outside, { phone: igor });
  expect([await names(olga), await names(igor)]).toEqual([['Клиент Ольга', `Заявка от ${olga}`], ['Посетитель Игорь', `Чат от ${igor}`]]);

  // and the preview shows what a template makes of either
  for (const [label, of, text] of [['Задача по новой заявке', 'заявке', `Заявка от ${olga}`], ['Задача по новому чату', 'чате', `Чат от ${igor}`]] as const) {
    const editor = kept.getByLabel(label).locator('xpath=ancestor::*[contains(@class, "mantine-InputWrapper-root")][last()]');
    await editor.getByRole('button', { name: 'Показать пример' }).click();
    await editor.getByPlaceholder(`Показать на настоящ${of === 'чате' ? 'ем' : 'ей'} ${of}`).click();
    await page.getByRole('option').locator('visible=true').first().click();
    await editor.getByText(text).last().waitFor();
  }
});

it('the first rule that fits decides who is responsible, and the default where none does', async () => {
  await openSettings(stage, page);
  const where = async (kind: string) => part(await tab(page, TEXT, 'Ответственные'), kind);
  const add = async (kind: Locator, number: number, leaf: { param: string; values: string[] }) => {
    await kind.getByRole('button', { name: 'Добавить' }).click();
    await choose(kind, `Сотрудник ${number}`, 'Соколов Глеб');
    await setCondition(kind.getByRole('button', { name: `Условия правила ${number}` }), { join: 'И', of: [{ op: 'Включить', ...leaf }] });
  };
  await choose(await where('Заявки'), 'Ответственный по умолчанию', 'Орлова Вера');
  await add(await where('Заявки'), 2, { param: 'Рекламная кампания', values: ['Яндекс.Директ: букеты'] });
  await choose(await where('Чаты'), 'Ответственный по умолчанию', 'Орлова Вера');
  await add(await where('Чаты'), 1, { param: 'Канал', values: ['WhatsApp Business'] });
  await save(stage, page);
  await shows(await where('Заявки'), 'Ответственный по умолчанию', 'Орлова Вера');
  await shows(await where('Чаты'), 'Сотрудник 1', 'Соколов Глеб');
  expect(await inWords((await where('Заявки')).getByRole('button', { name: 'Условия правила 2' }))).toContain('Рекламная кампания: включить');

  const [plain, bouquets, shop, site, waba] = Array.from({ length: 5 }, newPhone) as [string, string, string, string, string];
  await leave(outside, { phone: plain }, { phone: bouquets, campaign: 'Яндекс.Директ: букеты' }, { phone: shop, site: 'romashka.shop' });
  await chat(outside, { phone: site }, { phone: waba, channel: 'waba' });
  expect(await Promise.all([plain, bouquets, shop, site, waba].map(assignee))).toEqual([['user:3'], ['user:4'], ['user:2'], ['user:3'], ['user:4']]);
});

it('a field is filled from its variable, and again only where «Обновлять всегда» says so', async () => {
  await openSettings(stage, page);
  const fields = async (title: string) => part(await tab(page, TEXT, 'Дополнительные поля'), title);
  await check(await fields('Для контактов'), ALWAYS, true);
  await check(await fields('Для задач'), ALWAYS, false, 1);
  await save(stage, page);
  expect([await isChecked(await fields('Для контактов'), ALWAYS), await isChecked(await fields('Для задач'), ALWAYS, 1)]).toEqual([true, false]);

  // 102 «Источник» of the contact; 202 «Кампания» of the task
  const phone = newPhone();
  const source = async () => (await outside.contactOf(phone))?.custom[102];
  const campaigns = async () => (await outside.tasksOf(phone)).map((task) => task.custom[202]);
  await leave(outside, { phone, campaign: 'Яндекс.Директ: букеты' });
  expect([await source(), await campaigns()]).toEqual(['Яндекс.Директ', ['Яндекс.Директ: букеты']]);
  await leave(outside, { phone, campaign: 'Тестовая кампания' });
  expect([await source(), await campaigns()]).toEqual(['ВКонтакте', ['Яндекс.Директ: букеты']]);

  await check(await fields('Для контактов'), ALWAYS, false);
  await check(await fields('Для задач'), ALWAYS, true, 1);
  await save(stage, page);
  await leave(outside, { phone, campaign: 'Яндекс.Директ: букеты' });
  expect([await source(), await campaigns()]).toEqual(['ВКонтакте', ['Яндекс.Директ: букеты']]);
  await chat(outside, { phone, campaign: 'Тестовая кампания' });
  expect([await source(), await campaigns()]).toEqual(['ВКонтакте', ['Тестовая кампания']]);
});
