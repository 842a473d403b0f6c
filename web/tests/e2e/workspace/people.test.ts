// Who answers as whom: chosen on «Пользователи»; who is nobody yet is told what to do; hidden phones.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Outside } from '../calls';
import { barriers, complaintsOf, signIn, startStage, type Stage } from '../stage';
import { addPerson, atWork, message, take, visitor, visitorWindow } from '../visitors';

const [EMAIL, PASSWORD] = ['helper@example.ru', 'помогаю-отвечать'];

let stage: Stage;
let anna: Page;
let helper: Page;
beforeAll(async () => {
  stage = await startStage();
  anna = await atWork(stage);
  await addPerson(anna, { email: EMAIL, password: PASSWORD, role: 'operator' });
  helper = await stage.open({ viewport: { width: 1440, height: 900 } });
  await signIn({ ...stage, email: EMAIL, password: PASSWORD }, helper);
});
afterAll(() => stage.end());

it('somebody who is no employee of UIS is told so, and what to do; once chosen he works', async () => {
  await helper.getByRole('link', { name: 'Рабочее место' }).click();
  const notice = helper.getByRole('alert').filter({ hasText: 'Вы не связаны с сотрудником UIS' });
  await notice.getByText(EMAIL).waitFor();
  await notice.getByText('Попросите владельца').waitFor();
  expect(await barriers(helper)).toEqual([]);
  await notice.getByRole('button', { name: 'Проверить ещё раз' }).click();
  await notice.getByRole('button', { name: 'Проверить ещё раз' }).and(helper.locator(':not([data-loading])')).waitFor();

  await anna.goto(`${stage.base}/people`);
  const answers = anna.getByRole('region', { name: 'Кто отвечает в чатах' });
  const choice = answers.getByLabel(`Сотрудник UIS: ${EMAIL}`).and(anna.locator('input'));
  expect(await choice.inputValue()).toBe('Не отвечает: такой почты в UIS нет');
  await choice.click();
  await anna.getByRole('option', { name: 'Вера Орлова' }).click();
  await anna.getByText('Сохранено').waitFor();
  await anna.reload();
  await expect.poll(() => choice.inputValue()).toBe('Вера Орлова');
  expect(await barriers(anna)).toEqual([]);

  await notice.getByRole('button', { name: 'Проверить ещё раз' }).click();
  await helper.getByRole('button', { name: /Мой статус/ }).click();
  await helper.getByText('Вера Орлова').waitFor();
  await helper.keyboard.press('Escape');
  await visitor(stage, 'Галина Садова', 'Добрый день', '+7 903 777-00-01');
  await take(helper, 'Галина Садова');
});

it('from an owner who is no employee himself a link leads to where he chooses', async () => {
  await anna.goto(`${stage.base}/people`);
  const own = anna.getByLabel(`Сотрудник UIS: ${stage.email}`).and(anna.locator('input'));
  await expect.poll(() => own.inputValue()).toBe('Анна Смирнова');
  await own.click();
  await anna.getByRole('option', { name: 'Тот, у кого та же почта' }).click();
  await expect.poll(() => own.inputValue()).toMatch(/^Не отвечает/);
  await anna.goto(`${stage.base}/workspace`);
  await anna.getByRole('link', { name: '«Пользователи»' }).click();
  await own.click();
  await anna.getByRole('option', { name: 'Анна Смирнова' }).click();
  await anna.getByText('Сохранено').waitFor();
  await anna.goto(`${stage.base}/workspace`);
  await anna.getByRole('radiogroup', { name: 'Какие обращения' }).waitFor();
});

it('whoever may not see phones sees none of them anywhere, calls and writes all the same', async () => {
  await anna.goto(`${stage.base}/privacy`);
  await anna.getByLabel('Кто видит номера').or(anna.getByRole('main').locator('input')).first().click();
  await anna.getByRole('option', { name: 'Администраторы и владельцы', exact: true }).click();
  await anna.getByRole('button', { name: 'Сохранить' }).click();
  await anna.getByText('Показ номеров изменён').waitFor();
  const outside = new Outside(stage, anna);
  await visitor(stage, 'Инна Тайная', 'Мой номер 8 903 777-00-02, второй 8 (903) 777-00-03', '+7 903 777-00-02');

  await helper.reload();
  await take(helper, 'Инна Тайная');
  const client = helper.getByRole('complementary', { name: 'Клиент' });
  await client.getByRole('link', { name: /^Чат с Инна/ }).waitFor();
  const all = (await helper.content()).replace(/[\s ()+-]/g, '');
  expect(all).toContain('•');
  for (const phone of ['9037770002', '9037770003']) expect(all).not.toContain(phone);

  await client.getByRole('button', { name: /^Позвонить на/ }).click();
  await helper.getByText('Звоним: возьмите трубку').waitFor();
  await expect.poll(async () => JSON.stringify(((await outside.ask('uis/state')) as { asked: unknown }).asked)).toContain('79037770002');

  await outside.order('uis/leads', { name: 'Инна Заявкина', phone: '79037770004', text: 'Жду' });
  await helper.getByRole('radiogroup', { name: 'Какие обращения' }).getByText('Очередь').click();
  await helper.getByRole('option').filter({ hasText: 'Инна Заявкина' }).click();
  await helper.getByRole('button', { name: 'Взять в работу' }).click();
  await helper.getByRole('button', { name: 'Написать' }).click();
  const dialog = helper.getByRole('dialog', { name: 'Начать чат' });
  await dialog.getByLabel('Канал').and(helper.locator('input')).click();
  await helper.getByRole('option', { name: 'SMS', exact: true }).click();
  expect(await dialog.getByLabel('Телефон клиента').inputValue()).not.toContain('777');
  await dialog.getByRole('button', { name: 'Начать', exact: true }).click();
  await message(helper).fill('Здравствуйте');
  await message(helper).press('Enter');
  await (await visitorWindow(stage, { channel: 'SMS', digits: '7770004' })).sees('Здравствуйте');
  expect(complaintsOf(helper)).toEqual([]);
});
