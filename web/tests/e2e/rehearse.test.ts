import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers, complaintsOf, signIn, startStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.end());

async function openSettings(width = 1280): Promise<Page> {
  const page = await stage.open({ viewport: { width, height: 900 } });
  await signIn(stage, page);
  await page.goto(`${stage.base}/connections/romashka`);
  await page.getByRole('heading', { name: 'ООО' }).waitFor();
  return page;
}

/** Lets a missed call happen, and waits until it is worked off. */
async function missedCall(page: Page) {
  await page.request.post(`${stage.base}/sandbox/control/scenarios/lost-before-ringing/play`);
  const calls = async () => (await (await page.request.get(`${stage.base}/api/journal?kind=call`)).json()) as { items: { task: number | null }[] };
  await expect.poll(async () => (await calls()).items.some((one) => one.task !== null), { timeout: 40_000 }).toBe(true);
}

async function rename(page: Page, name: string) {
  await page.getByRole('tab', { name: 'Шаблоны' }).click();
  await page.getByLabel('Задача по пропущенному входящему звонку').fill(name);
}

function unsaved(page: Page) {
  return page.getByRole('region', { name: 'Несохранённые изменения' });
}

function rehearsal(page: Page) {
  return page.getByRole('dialog', { name: 'Проверка на последних обращениях' });
}

describe('unsaved settings', () => {
  it('are tried on real calls, before and after side by side, and saved from there', async () => {
    const page = await openSettings();
    await missedCall(page);
    await rename(page, 'Перезвонить {{contact_phone_number}}');
    await unsaved(page).getByRole('button', { name: 'Проверить на последних обращениях' }).click();
    const dialog = rehearsal(page);
    await dialog.getByText(/^Из \d+ обращени\S+ измен/).waitFor();
    expect(await dialog.getByRole('status').innerText()).toMatch(/у \d+ задач\S* другое название/);
    const row = dialog.getByRole('row').nth(1);
    expect(await row.innerText()).toMatch(/«Пропущенный звонок от 7\d+»[\s\S]*«Перезвонить 7\d+»/);
    expect(await row.getByRole('link').getAttribute('href')).toMatch(/^\/journal\/\d+$/);
    expect(await barriers(page)).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Настройки сохранены').waitFor();
    expect(await dialog.count()).toBe(0);
    await page.context().close();
  });

  it('that change nothing are told so, and the communications stay to be seen', async () => {
    const page = await openSettings();
    await page.getByRole('tab', { name: 'Шаблоны' }).click();
    await page.getByLabel('Задача по исходящему звонку').fill('Исходящий {{contact_phone_number}}');
    await unsaved(page).getByRole('button', { name: 'Сохранить' }).click();
    await page.getByRole('dialog', { name: 'Что изменится' }).getByRole('button', { name: 'Проверить на последних обращениях' }).click();
    const dialog = rehearsal(page);
    await dialog.getByText('С этими настройками всё было бы так же.').waitFor();
    await dialog.getByRole('switch', { name: 'Только изменения' }).click();
    await dialog.getByText('500 последних').click();
    await dialog.getByText('Без изменений').first().waitFor();
    await page.context().close();
  });

  it('with a mistake are not tried, and the mistake is told', async () => {
    const page = await openSettings();
    await rename(page, 'Звонок {{contact_phone}}');
    await unsaved(page).getByRole('button', { name: 'Проверить на последних обращениях' }).click();
    await rehearsal(page).getByText(/нет переменной `contact_phone`/).waitFor();
    expect(await rehearsal(page).getByRole('button', { name: 'Сохранить' }).isDisabled()).toBe(true);
    await page.context().close();
  });

  it('are tried on a narrow screen without scrolling sideways', async () => {
    const page = await openSettings(360);
    await rename(page, 'Срочно перезвонить на номер {{contact_phone_number}}');
    const button = await unsaved(page).getByRole('button', { name: 'Проверить на последних обращениях' }).boundingBox();
    expect(button!.x + button!.width).toBeLessThanOrEqual(344);
    await unsaved(page).getByRole('button', { name: 'Проверить на последних обращениях' }).click();
    await rehearsal(page).getByText(/Срочно перезвонить на номер 7/).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const inside = await rehearsal(page).evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(inside).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
