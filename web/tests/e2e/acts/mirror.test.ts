// «Вести переписку и в задаче Планфикса»: switched on in the page, seen in the simulated Planfix, answered there.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { check, field, isChecked, openSettings, part, save, section, tab, turn } from '../settings-page';
import { barriers, complaintsOf, signIn, startStage, type Stage } from '../stage';
import { visitor } from '../visitors';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await startStage();
  page = await stage.open();
  await signIn(stage, page);
});
afterAll(() => stage.end());

const SWITCH = 'Вести переписку и в задаче Планфикса';
const chats = async () => part(await tab(page, 'Текстовые коммуникации', 'Основное'), 'Чаты');

/** Asks the simulated Planfix, as the pages of the sandbox do. */
async function planfix<T>(path: string, body?: object): Promise<T> {
  const init = body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  return (await fetch(`${stage.base}/sandbox/control/planfix/${path}`, init)).json() as Promise<T>;
}

it('the credentials are checked, and what the other side is told can be copied', async () => {
  await openSettings(stage, page);
  const block = part(await section(page, 'Учётные данные'), 'API ПланФикса для чатов');
  expect(await field(block, 'providerId').inputValue()).toBe('svyazka');
  await block.getByRole('button', { name: 'Проверить' }).click();
  await block.getByLabel('в порядке').waitFor();
  await block.getByRole('button', { name: 'Где это взять' }).click();
  await block.getByText('нажмите «Добавить чат»').waitFor();
});

it('switched on it stays on, and says what changes', async () => {
  await openSettings(stage, page);
  await check(await chats(), SWITCH, true);
  const where = await chats();
  await where.getByText('Что изменится для новых чатов').waitFor();
  await where.getByText(/\/hooks\/romashka\/planfix_chat\//).waitFor();
  expect(await barriers(page)).toEqual([]);
  await save(stage, page);
  expect(await isChecked(await chats(), SWITCH)).toBe(true);
});

it('a visitor’s words stand in the task, and what is answered there reaches him, with its file', async () => {
  const maria = await visitor(stage, 'Мария Пионова', 'Есть ли пионы к субботе?', '+7 903 200-00-11');
  const office = await stage.open({ viewport: { width: 1440, height: 1000 } });
  await office.goto(`${stage.base}/sandbox`);
  const talk = office.locator('.talk').filter({ hasText: 'Есть ли пионы к субботе?' });
  await talk.waitFor();
  await talk.getByLabel('Ответить из задачи').fill('Есть, розовые');
  await talk.getByRole('button', { name: 'Отправить' }).click();
  await maria.sees('Есть, розовые');
  await maria.says('Беру двадцать');
  await talk.getByText('Беру двадцать').waitFor();

  const [chat] = Object.keys(await planfix<object>('talks')) as [string];
  const notes = [{ name: 'прайс.txt', text: 'пионы 5' }];
  await planfix('talks', { user: 1, chat, text: 'Вот цены', notes });
  await maria.sees('Вот цены');
  await maria.page.getByRole('link', { name: 'прайс.txt' }).waitFor();

  const { tasks } = await planfix<{ tasks: { name: string; description: string }[] }>('state');
  const ours = tasks.filter((task) => task.name.startsWith('Чат с '));
  expect(ours.length, 'one task, made by Planfix').toBe(1);
  const said = Object.values(await planfix<Record<string, { messages: { text: string }[] }>>('talks')).flatMap((one) => one.messages);
  expect(said.map((one) => one.text)).toEqual(['Есть ли пионы к субботе?', 'Есть, розовые', 'Беру двадцать', 'Вот цены']);
});

it('switched off it says what becomes of open chats, and without credentials that they are needed', async () => {
  await openSettings(stage, page);
  await check(await chats(), SWITCH, false);
  await (await chats()).getByText('Начатые чаты доведутся до конца').waitFor();
  await check(await chats(), SWITCH, true);
  await section(page, 'Учётные данные');
  await turn(page, 'API ПланФикса для чатов', false);
  await (await chats()).getByText('Нужен доступ к чатам Планфикса').waitFor();
  expect(complaintsOf(page)).toEqual([]);
});
