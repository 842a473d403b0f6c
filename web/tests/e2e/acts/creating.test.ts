// «Входящие звонки» and «Исходящие звонки»: what is created, and for whom.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { answered, answers, dialled, newPhone, Outside, rings, talks, transfers } from '../calls';
import { choose, openSettings, part, save, shows, tab } from '../settings-page';
import { complaintsOf, signIn, startStage, type Stage } from '../stage';

const TELEPHONY = 'Телефония';
const [INNER, REQUEST] = [13, 12];

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

interface Wanted {
  first: [create: string, assign: string];
  repeat: [create: string, assign: string];
  object: string;
}

async function set(direction: string, { first, repeat, object }: Wanted) {
  const calls = part(await tab(page, TELEPHONY, 'Основное'), direction);
  await choose(calls, 'Первичные обращения', first[0]);
  await choose(calls, 'Назначать на', first[1]);
  await choose(calls, 'Повторные обращения', repeat[0]);
  await choose(calls, 'Назначать на', repeat[1], 1);
  await choose(calls, 'Объект задачи', object);
}

async function isShown(direction: string, { first, repeat, object }: Wanted) {
  const calls = part(await tab(page, TELEPHONY, 'Основное'), direction);
  await shows(calls, 'Первичные обращения', first[0]);
  await shows(calls, 'Назначать на', first[1]);
  await shows(calls, 'Повторные обращения', repeat[0]);
  await shows(calls, 'Назначать на', repeat[1], 1);
  await shows(calls, 'Объект задачи', object);
}

async function made(phone: string) {
  return (await outside.tasksOf(phone)).map((task) => ({ object: task.object, who: task.assignees.users }));
}

it('tasks for first and repeat calls of both directions go to whom the settings say, as the object they say', async () => {
  const incoming: Wanted = {
    first: ['Создавать задачу', 'На последнего разговаривающего'], repeat: ['Создавать задачу', 'Ответственного из карточки контакта'], object: 'Внутренняя задача',
  };
  const outgoing: Wanted = {
    first: ['Создавать задачу', 'Из настроек интеграции'], repeat: ['Создавать задачу', 'На первого разговаривающего'], object: 'Внутренняя задача',
  };
  await openSettings(stage, page);
  await set('Входящие звонки', incoming);
  await set('Исходящие звонки', outgoing);
  await save(stage, page);
  await isShown('Входящие звонки', incoming);
  await isShown('Исходящие звонки', outgoing);

  const [caller, called] = [newPhone(), newPhone()];
  // passed on from 101 to 103; dialled by 102, whom the settings do not name
  await outside.play(
    { direction: 'in', phone: caller, acts: [rings('101'), answers('101'), talks(), transfers('103'), answers(), talks()] },
    dialled(called, '102'),
  );
  expect(await made(caller)).toEqual([{ object: INNER, who: ['user:3'] }]);
  expect(await made(called)).toEqual([{ object: INNER, who: ['user:1'] }]);

  // 102 talks, but the contact is 101's, whose phone rang first; 103 dials again
  await outside.play(answered(caller, '102'), dialled(called, '103'));
  expect(await made(caller)).toEqual([{ object: INNER, who: ['user:3'] }, { object: INNER, who: ['user:1'] }]);
  expect(await made(called)).toEqual([{ object: INNER, who: ['user:1'] }, { object: INNER, who: ['user:3'] }]);
  expect(complaintsOf(page)).toEqual([]);
});

it('nothing is created where the settings say so, and one task while none is open', async () => {
  const incoming: Wanted = {
    first: ['Ничего не создавать', 'На первого разговаривающего'], repeat: ['Создавать задачу, если нет открытой', 'На последнего разговаривающего'], object: 'Заявка',
  };
  const outgoing: Wanted = {
    first: ['Ничего не создавать', 'На первого разговаривающего'], repeat: ['Ничего не создавать', 'Ответственного из карточки контакта'], object: 'Заявка',
  };
  await openSettings(stage, page);
  await set('Входящие звонки', incoming);
  await set('Исходящие звонки', outgoing);
  await save(stage, page);
  await isShown('Входящие звонки', incoming);
  await isShown('Исходящие звонки', outgoing);

  const [caller, called] = [newPhone(), newPhone()];
  await outside.play(answered(caller, '101'), dialled(called, '101'));
  expect([await made(caller), await made(called)]).toEqual([[], []]);
  await outside.play(answered(caller, '102'), dialled(called, '101'));
  expect([await made(caller), await made(called)]).toEqual([[{ object: REQUEST, who: ['user:2'] }], []]);
  await outside.play(answered(caller, '103'));
  expect(await made(caller), 'a task is open').toEqual([{ object: REQUEST, who: ['user:2'] }]);
});
