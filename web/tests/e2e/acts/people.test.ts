// «Ответственные» and «Синхронизация сотрудников»: who gets the task.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { answered, answers, dialled, newPhone, Outside, rings, talks } from '../calls';
import { inWords, setCondition } from '../condition-dialog';
import { check, choose, chooseMany, isChecked, openSettings, part, save, section, showsMany, shows, tab, turn } from '../settings-page';
import { signIn, startStage, type Stage } from '../stage';

const BOUQUETS = 'Яндекс.Директ: букеты';
const STAFF = 'Синхронизация сотрудников';

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

async function responsibles(direction: string): Promise<Locator> {
  return part(await tab(page, 'Телефония', 'Ответственные'), direction);
}

async function addRule(where: Locator, number: number, employee: string, leaf: { param: string; values: string[] }) {
  await where.getByRole('button', { name: 'Добавить' }).click();
  await choose(where, `Сотрудник ${number}`, employee);
  await setCondition(where.getByRole('button', { name: `Условия правила ${number}` }), { join: 'И', of: [{ op: 'Включить', ...leaf }] });
}

async function assignee(phone: string) {
  return (await outside.tasksOf(phone)).map((task) => task.assignees.users);
}

it('the first rule that fits decides who is responsible, and the default where none does', async () => {
  await openSettings(stage, page);
  for (const direction of ['Входящие звонки', 'Исходящие звонки']) {
    await choose(part(await tab(page, 'Телефония', 'Основное'), direction), 'Назначать на', 'Из настроек интеграции');
  }
  const incoming = await responsibles('Входящие звонки');
  await choose(incoming, 'Ответственный по умолчанию', 'Орлова Вера');
  await addRule(incoming, 2, 'Смирнова Анна', { param: 'Тег', values: ['Заказ'] });
  await addRule(incoming, 3, 'Соколов Глеб', { param: 'Рекламная кампания', values: [BOUQUETS] });
  // the campaign shall count for more than the tag, and the shop's rule goes
  await incoming.getByRole('button', { name: 'Выше: 3' }).click();
  await incoming.getByRole('button', { name: 'Убрать: 1' }).click();
  const outgoing = await responsibles('Исходящие звонки');
  await choose(outgoing, 'Ответственный по умолчанию', 'Кузнецов Борис');
  await addRule(outgoing, 1, 'Орлова Вера', { param: 'Сотрудник', values: ['Анна Смирнова'] });
  await save(stage, page);

  const kept = await responsibles('Входящие звонки');
  await shows(kept, 'Ответственный по умолчанию', 'Орлова Вера');
  await shows(kept, 'Сотрудник 1', 'Соколов Глеб');
  await shows(kept, 'Сотрудник 2', 'Смирнова Анна');
  expect(await inWords(kept.getByRole('button', { name: 'Условия правила 1' }))).toContain(`Рекламная кампания: включить ${BOUQUETS}`);
  await shows(await responsibles('Исходящие звонки'), 'Ответственный по умолчанию', 'Кузнецов Борис');
  await shows(await responsibles('Исходящие звонки'), 'Сотрудник 1', 'Орлова Вера');

  const [plain, both, tag, anna, boris] = Array.from({ length: 5 }, newPhone) as [string, string, string, string, string];
  await outside.play(
    answered(plain, '101'),
    answered(both, '101', { campaign: BOUQUETS, tags: ['Заказ'] }),
    answered(tag, '102', { tags: ['Заказ'] }),
    dialled(anna, '101'),
    dialled(boris, '102'),
  );
  expect(await Promise.all([plain, both, tag, anna, boris].map(assignee))).toEqual([[['user:3']], [['user:4']], [['user:1']], [['user:3']], [['user:2']]]);
});

it('only the chosen are synchronised, a pair by hand joins two persons, and an employee who is left out is nobody', async () => {
  await openSettings(stage, page);
  await choose(part(await tab(page, 'Телефония', 'Основное'), 'Входящие звонки'), 'Назначать на', 'На первого разговаривающего');
  const staff = await section(page, STAFF);
  await check(staff, 'Синхронизировать всех сотрудников', false);
  await chooseMany(staff, 'Сотрудники для синхронизации', ['Орлова Вера', 'Соколов Глеб']);
  await check(staff, 'Синхронизировать каждую ночь', false);
  const pairs = part(staff, 'Пары вручную');
  await pairs.getByRole('button', { name: 'Добавить' }).click();
  await choose(pairs, 'Сотрудник Планфикса', 'Соколов Глеб');
  await choose(pairs, 'Сотрудник UIS', 'Антон Новиков');
  await pairs.getByLabel('Короткий номер').fill('104');
  await save(stage, page);

  const kept = await section(page, STAFF);
  expect([await isChecked(kept, 'Синхронизировать всех сотрудников'), await isChecked(kept, 'Синхронизировать каждую ночь')]).toEqual([false, false]);
  await showsMany(kept, 'Сотрудники для синхронизации', ['Орлова Вера', 'Соколов Глеб']);
  await shows(kept, 'Сотрудник Планфикса', 'Соколов Глеб');
  await shows(kept, 'Сотрудник UIS', 'Антон Новиков');
  await shows(kept, 'Короткий номер', '104');

  await kept.getByRole('button', { name: 'Синхронизировать', exact: true }).click();
  await kept.getByText('Синхронизация прошла успешно').waitFor();
  await kept.getByText('По сотрудникам').click();
  const left = await kept.locator('details tr').filter({ hasText: 'не выбран' }).locator('td:first-child').allInnerTexts();
  expect(left.sort()).toEqual(['Кузнецов Борис Андреевич', 'Смирнова Анна Сергеевна']);

  // Антон (4504) has no number in UIS: the pair alone says who he is
  const phone = newPhone();
  await outside.play({ direction: 'in', phone, acts: [rings('101', '4504'), answers('4504'), talks()] });
  expect(await assignee(phone)).toEqual([['user:4']]);
  expect((await outside.planfixLedger()).some((line) => line.includes(`INCOMING ${phone} -> 104`))).toBe(true);

  await turn(page, STAFF, false);
  await save(stage, page);
  expect(await page.getByRole('switch', { name: STAFF }).isChecked()).toBe(false);
  await (await section(page, STAFF)).getByRole('button', { name: 'Синхронизировать', exact: true }).click();
  await page.getByRole('region', { name: STAFF }).getByRole('alert').getByText(/выключен/).waitFor();
});
