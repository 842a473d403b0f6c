import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers, complaintsOf, signIn, startStage, type Stage } from './stage';
import { card, colleague, message, openCard, said, take, visitor, write } from './visitors';

let stage: Stage;
let anna: Page;
beforeAll(async () => {
  stage = await startStage();
  anna = await stage.open({ viewport: { width: 1440, height: 900 } });
  await signIn(stage, anna);
  await anna.getByRole('link', { name: 'Рабочее место' }).click();
  await anna.getByText('Очередь пуста').waitFor();
});
afterAll(() => stage.end());

it('a visitor writes in one window, the operator answers in the other', async () => {
  const maria = await visitor(stage, 'Мария Пионова', 'Есть ли пионы к субботе?', '+7 903 200-00-11');
  await take(anna, 'Мария Пионова');
  await said(anna, 'Есть ли пионы к субботе?').waitFor();
  await write(anna, 'Здравствуйте, есть!');
  await maria.sees('Здравствуйте, есть!');
  // she looks at it, and that comes back
  await said(anna, 'Здравствуйте, есть!').getByRole('img', { name: 'Прочитано' }).waitFor();
  await maria.says('Беру двадцать');
  await said(anna, 'Беру двадцать').waitFor();

  // Planfix has got a contact and a task, and the client's card leads there
  const client = anna.getByRole('complementary', { name: 'Клиент' });
  await anna.getByRole('log').getByText(/Задача \d+ в Планфиксе/).waitFor();
  await client.getByRole('link', { name: 'Чат с Мария Пионова: Сайт romashka.ru' }).waitFor();
  expect(await barriers(anna)).toEqual([]);
});

it('a quote, a file, and a quick reply with its variables filled in', async () => {
  const oleg = await visitor(stage, 'Олег Розов', 'Какой адрес магазина?');
  await oleg.says('И до скольких вы работаете?');
  await take(anna, 'Олег Розов');
  await said(anna, 'Какой адрес магазина?').hover();
  await anna.getByRole('button', { name: 'Ответить на сообщение' }).first().click();
  await anna.locator('input[type=file]').setInputFiles({ name: 'схема.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 map') });
  await anna.getByText('схема.pdf').waitFor();
  await write(anna, 'Цветочная, 5');
  await oleg.sees('Цветочная, 5');
  await oleg.page.locator('.line-quote', { hasText: 'Какой адрес магазина?' }).waitFor();
  await oleg.page.getByRole('link', { name: 'схема.pdf' }).waitFor();

  await anna.getByRole('button', { name: 'Быстрые ответы' }).click();
  await anna.getByRole('button', { name: 'Изменить ответы' }).click();
  const editor = anna.getByRole('dialog', { name: 'Быстрые ответы' });
  await editor.getByRole('button', { name: 'Добавить ответ' }).click();
  await editor.getByLabel('Название').fill('Приветствие');
  await editor.getByRole('textbox', { name: 'Текст' }).fill('{{visitor_name}}, это {{employee_full_name}}.');
  await editor.getByRole('button', { name: 'Сохранить' }).click();
  await editor.getByRole('button', { name: 'Изменить: Приветствие' }).waitFor();
  await anna.keyboard.press('Escape');
  await message(anna).press('/');
  await anna.getByRole('button', { name: /^Приветствие Олег Розов/ }).waitFor();
  await anna.getByLabel('Найти ответ').press('Enter');
  await expect.poll(() => message(anna).inputValue()).toMatch(/^Олег Розов, это .*Смирнова/);
  await message(anna).press('Enter');
  await oleg.page.getByText(/Олег Розов, это .*Смирнова/).waitFor();
});

it('what is typed survives a reload; offline nothing is lost and nothing doubled', async () => {
  const vera = await visitor(stage, 'Вера Лилиева', 'Добрый день');
  await take(anna, 'Вера Лилиева');
  await message(anna).fill('Недописанное');
  await anna.reload();
  await expect.poll(() => message(anna).inputValue()).toBe('Недописанное');

  await anna.context().setOffline(true);
  await write(anna, 'Первое');
  await write(anna, 'Второе');
  await anna.getByText(/Нет связи/).waitFor();
  await said(anna, 'Второе').getByRole('img', { name: 'Ждёт отправки' }).waitFor();
  await vera.says('Вы тут?');
  await anna.context().setOffline(false);
  await said(anna, 'Вы тут?').waitFor();
  await vera.sees('Второе');
  await said(anna, 'Второе').getByRole('img', { name: 'Прочитано' }).waitFor();
  const heard = await vera.page.getByRole('list', { name: 'Сообщения' }).locator('li.is-theirs').allInnerTexts();
  expect(heard.map((line) => /Первое|Второе/.exec(line)?.[0])).toEqual(['Первое', 'Второе']);
  expect(await said(anna, 'Первое').count()).toBe(1);
});

it('of two who take one chat one gets it and the other is told who; it is handed over and closed', async () => {
  const boris = await colleague(stage, anna);
  await boris.getByRole('link', { name: 'Рабочее место' }).click();
  await visitor(stage, 'Игорь Астров', 'Кто свободен?');
  await openCard(anna, 'Игорь Астров');
  await openCard(boris, 'Игорь Астров');
  const takes = [anna, boris].map((page) => page.getByRole('button', { name: 'Взять в работу' }).click());
  await Promise.all(takes);
  const told = (page: Page) => page.getByText(/Это обращение уже ведёт/).first();
  const loser = await Promise.race([anna, boris].map(async (page) => { await told(page).waitFor(); return page; }));
  const winner = loser === anna ? boris : anna;
  await message(winner).waitFor();
  expect(await message(loser).count()).toBe(0);

  const name = loser === anna ? 'Смирнова' : 'Кузнецов';
  await winner.getByRole('button', { name: 'Передать' }).click();
  await winner.getByRole('radio', { name: new RegExp(name) }).click();
  await winner.getByRole('dialog').getByRole('button', { name: 'Передать' }).click();
  await message(loser).waitFor();
  await loser.getByRole('button', { name: 'Закрыть', exact: true }).click();
  await loser.getByText('Вопрос решён').click();
  await loser.getByRole('dialog').getByRole('button', { name: 'Закрыть', exact: true }).last().click();
  await loser.getByRole('log').getByText(/Вопрос решён/).waitFor();
  await card(loser, 'Игорь Астров').waitFor({ state: 'detached' });
  await boris.context().close();
});

it('a lead stands in the queue and is marked as dealt with; the status is set', async () => {
  await anna.request.post(`${stage.base}/sandbox/control/scenarios/lead-first/play`);
  await openCard(anna, 'Ольга Лаврова');
  await anna.getByRole('button', { name: 'Взять в работу' }).click();
  await anna.getByRole('button', { name: 'Обработана' }).first().click();
  await anna.getByText('Перезвонили').click();
  await anna.getByRole('dialog').getByRole('button', { name: 'Обработана' }).click();
  await anna.getByRole('log').getByText(/Заявка обработана: .*Перезвонили/).waitFor();

  await anna.getByRole('button', { name: /Мой статус/ }).click();
  await anna.getByRole('menuitem', { name: 'Перерыв' }).click();
  await anna.getByRole('button', { name: 'Мой статус: Перерыв' }).waitFor();
});

it('in a frame of Planfix the workspace is entered by a key, without any cookie', async () => {
  const key = await anna.evaluate(async () => {
    const { page_key: shown } = (await (await fetch('/api/session')).json()) as { page_key: string };
    return ((await (await fetch('/api/workspace/entry', { method: 'POST', headers: { 'X-Page-Key': shown } })).json()) as { key: string }).key;
  });
  const planfix = await stage.open();
  // the simulated Planfix lives at this origin: that is who may frame it
  await planfix.route('**/frame-of-planfix', (route) => route.fulfill({ contentType: 'text/html', body: `<iframe src="/embed/workspace?connection=romashka#key=${key}" width="1100" height="700" title="Связка"></iframe>` }));
  await planfix.goto(`${stage.base}/frame-of-planfix`);
  const frame = planfix.frameLocator('iframe');
  await frame.getByRole('option').filter({ hasText: 'Вера Лилиева' }).or(frame.getByText('Очередь пуста')).first().waitFor();
  await frame.getByRole('radiogroup').getByText('Мои').click();
  await frame.getByRole('option').filter({ hasText: 'Вера Лилиева' }).click();
  await frame.getByRole('textbox', { name: 'Сообщение' }).fill('Из Планфикса');
  await frame.getByRole('textbox', { name: 'Сообщение' }).press('Enter');
  await frame.getByRole('log').locator('[data-author]').filter({ hasText: 'Из Планфикса' }).getByRole('img', { name: 'Прочитано' }).waitFor();
  expect((await planfix.context().cookies()).length).toBe(0);
  // its own Planfix may frame it, nobody may frame the rest
  const ancestors = async (path: string) => /frame-ancestors (.*)$/.exec((await planfix.request.get(stage.base + path)).headers()['content-security-policy'] ?? '')?.[1];
  expect(await ancestors('/embed/workspace?connection=romashka')).toBe(`'self' ${stage.base}`);
  expect([await ancestors('/workspace'), await ancestors('/embed/workspace?connection=another')]).toEqual(["'none'", "'none'"]);
  await planfix.context().close();
  expect(complaintsOf(anna)).toEqual([]);
});
