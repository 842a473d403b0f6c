import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import ru from '../../src/i18n/ru';
import { changes, getAt, placeOf, type JsonObject } from '../../src/settings/paths';
import { barriers, complaintsOf, signIn, startStage, type Stage } from './stage';

// the file that names every setting there is
const EXAMPLE = readFileSync(new URL('../../../docs/connection.yaml', import.meta.url), 'utf8');
const SECTIONS = ['Учётные данные', 'Синхронизация сотрудников', 'Текстовые коммуникации', 'Сделки', 'Адреса и уведомления UIS'];
const TABS = ['Шаблоны', 'Ответственные', 'Дополнительные поля', 'Основное'];

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await startStage();
  page = await stage.open({ viewport: { width: 1440, height: 1000 } });
  await signIn(stage, page);
  await importFile(EXAMPLE.replace(/https:\/\/romashka\.planfix\.ru\//g, `${stage.base}/sandbox/planfix/`).replace(/https:\/\/dataapi\.uiscom\.ru|https:\/\/callapi\.uiscom\.ru/g, `${stage.base}/sandbox/uis`));
});
afterAll(() => stage.end());

async function importFile(file: string) {
  const status = await page.evaluate(async (text) => {
    const { page_key: key } = (await (await fetch('/api/session')).json()) as { page_key: string };
    const answer = await fetch('/api/connections/import', { method: 'POST', body: text, headers: { 'Content-Type': 'application/yaml', 'X-Page-Key': key } });
    return `${answer.status} ${answer.ok ? '' : await answer.text()}`;
  }, file);
  expect(status).toMatch(/^20/);
}

function exported(): Promise<string> {
  return page.evaluate(async () => (await fetch('/api/connections/romashka/export')).text());
}

async function visitEverything() {
  await page.goto(`${stage.base}/connections/romashka`);
  for (const section of SECTIONS) await page.getByRole('button', { name: `Развернуть: ${section}` }).click();
  for (const section of ['Телефония', 'Текстовые коммуникации']) {
    for (const tab of TABS) await page.getByRole('region', { name: section }).getByRole('tab', { name: tab }).click();
  }
  await page.waitForLoadState('networkidle');
}

it('a connection with every setting is looked through and stays as it was', async () => {
  const before = await exported();
  await visitEverything();
  expect(await page.getByRole('region', { name: 'Несохранённые изменения' }).count()).toBe(0);
  expect(await exported()).toBe(before);
  expect(complaintsOf(page)).toEqual([]);
});

it('every setting has its words on the page', async () => {
  const detail = await page.evaluate(async () => (await fetch('/api/connections/romashka')).json()) as { settings: JsonObject };
  const places = changes({}, detail.settings).map((one) => placeOf(one.path));
  expect(places.length).toBeGreaterThan(60);
  expect(places.filter((place) => getAt(ru.label as JsonObject, place) === undefined)).toEqual([]);
});

it('a change in one section leaves all the others as they were', async () => {
  const before = await exported();
  await visitEverything();
  await page.getByLabel('Передавать чаты без контактных данных').check();
  await page.getByRole('region', { name: 'Несохранённые изменения' }).getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('dialog', { name: 'Что изменится' }).getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Настройки сохранены').waitFor();
  expect(await exported()).toBe(before.replace('without_contact_data: false', 'without_contact_data: true'));
});

it('nothing that unfolds puts a barrier up', async () => {
  await visitEverything();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: /^Фильтр входящих/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Группа' }).first().click();
  expect(await barriers(page), 'conditions').toEqual([]);
});
