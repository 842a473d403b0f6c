// «Обработка звонков»: which calls are handled at all.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { answered, dialled, newPhone, Outside, SHOP_NUMBER } from '../calls';
import { inWords, setCondition, type Group } from '../condition-dialog';
import { check, isChecked, openSettings, part, save, tab } from '../settings-page';
import { signIn, startStage, type Stage } from '../stage';

// either from the shop's site, or (bouquets and marked as worth it)
const INCOMING: Group = {
  join: 'ИЛИ',
  of: [
    { param: 'Сайт', op: 'Включить', values: ['romashka.shop'] },
    { join: 'И', of: [
      { param: 'Рекламная кампания', op: 'Включить', values: ['Яндекс.Директ: букеты'] },
      { param: 'Тег', op: 'Включить', values: ['Целевой', 'Заказ'] },
    ] },
  ],
};
const OUTGOING: Group = {
  join: 'И',
  of: [{ param: 'Сотрудник', op: 'Исключить', values: ['Борис Кузнецов'] }, { param: 'Виртуальный номер', op: 'Исключить', values: [SHOP_NUMBER] }],
};
const BOUQUETS = 'Яндекс.Директ: букеты';

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

const filters = async () => part(await tab(page, 'Телефония', 'Основное'), 'Обработка звонков');
const button = async (name: string) => (await filters()).getByRole('button', { name });

it('a call passes when its filter says so, with И within ИЛИ, and is left alone otherwise', async () => {
  await openSettings(stage, page);
  await setCondition(await button('Фильтр входящих'), INCOMING);
  await setCondition(await button('Фильтр исходящих'), OUTGOING);
  await save(stage, page);
  expect(await inWords(await button('Фильтр входящих'))).toBe(
    'Фильтр входящих: Сайт: включить romashka.shop ИЛИ (Рекламная кампания: включить Яндекс.Директ: букеты И Тег: включить Целевой, Заказ)');
  expect(await inWords(await button('Фильтр исходящих'))).toBe(`Фильтр исходящих: Сотрудник: исключить Борис Кузнецов И Виртуальный номер: исключить ${SHOP_NUMBER}`);

  const [shop, order, bouquets, other, anna, boris, through] = Array.from({ length: 7 }, newPhone) as [string, string, string, string, string, string, string];
  await outside.play(
    answered(shop, '101', { number: SHOP_NUMBER }),
    answered(order, '101', { campaign: BOUQUETS, tags: ['Заказ'] }),
    answered(bouquets, '101', { campaign: BOUQUETS }),
    answered(other, '101', { tags: ['Заказ'] }),
    dialled(anna, '101'),
    dialled(boris, '102'),
    dialled(through, '101', { number: SHOP_NUMBER }),
  );
  for (const passes of [shop, order, anna]) {
    expect(await outside.states(passes)).toEqual(['done']);
    expect(await outside.tasksOf(passes)).toHaveLength(1);
  }
  for (const excluded of [bouquets, other, boris, through]) {
    expect(await outside.states(excluded)).toEqual(['filtered']);
    expect(await outside.tasksOf(excluded)).toEqual([]);
  }
  // the number is known before the phone rings, the campaign only afterwards
  expect([await outside.cardsOf(anna), await outside.cardsOf(through), await outside.cardsOf(bouquets)]).toEqual([['101'], [], ['101']]);
});

it('a filter that is switched off holds nothing back, and one without conditions neither', async () => {
  await openSettings(stage, page);
  await check(await filters(), 'Фильтровать звонки', false);
  await save(stage, page);
  expect(await isChecked(await filters(), 'Фильтровать звонки')).toBe(false);
  const [first, second] = [newPhone(), newPhone()];
  await outside.play(answered(first, '101'));
  expect(await outside.tasksOf(first)).toHaveLength(1);

  await check(await filters(), 'Фильтровать звонки', true);
  await (await button('Фильтр входящих')).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Убрать все условия' }).click();
  await save(stage, page);
  expect(await inWords(await button('Фильтр входящих'))).toBe('Фильтр входящих: Условий нет: подходят все');
  await outside.play(answered(second, '101'));
  expect(await outside.tasksOf(second)).toHaveLength(1);
});
