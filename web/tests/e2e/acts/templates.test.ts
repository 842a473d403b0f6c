// «Шаблоны»: what the tasks are called.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { answered, dialled, newPhone, Outside, rings } from '../calls';
import { openSettings, save, shows, tab, writeTemplate } from '../settings-page';
import { signIn, startStage, type Stage } from '../stage';

const PHONE = { variable: 'contact_phone_number' };
const TEMPLATES = {
  'Задача по входящему звонку': ['Звонили с ', PHONE, ' на ', { variable: 'virtual_phone_number' }],
  'Задача по пропущенному входящему звонку': ['Перезвонить: ', PHONE],
  'Задача по исходящему звонку': ['Звонили ', PHONE],
  'Задача по пропущенному исходящему звонку': [PHONE, ' не отвечает'],
};

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

it('each of the four names of tasks is written with «+», kept, and given to the next task', async () => {
  await openSettings(stage, page);
  const templates = await tab(page, 'Телефония', 'Шаблоны');
  for (const [label, pieces] of Object.entries(TEMPLATES)) await writeTemplate(templates, label, pieces);
  await save(stage, page);

  const kept = await tab(page, 'Телефония', 'Шаблоны');
  for (const [label, pieces] of Object.entries(TEMPLATES)) {
    const text = pieces.map((one) => (typeof one === 'string' ? one : `{{${one.variable}}}`)).join('');
    await shows(kept, label, text);
  }

  const [answeredIn, missedIn, answeredOut, missedOut] = Array.from({ length: 4 }, newPhone) as [string, string, string, string];
  await outside.play(
    answered(answeredIn, '101'),
    { direction: 'in', phone: missedIn, acts: [rings('101')] },
    dialled(answeredOut, '101'),
    { direction: 'out', phone: missedOut, by: '101', acts: [], failure: 'busy' },
  );
  const name = async (phone: string) => (await outside.tasksOf(phone)).map((task) => task.name);
  expect(await name(answeredIn)).toEqual([`Звонили с ${answeredIn} на 74950236854`]);
  expect(await name(missedIn)).toEqual([`Перезвонить: ${missedIn}`]);
  expect(await name(answeredOut)).toEqual([`Звонили ${answeredOut}`]);
  expect(await name(missedOut)).toEqual([`${missedOut} не отвечает`]);
});
