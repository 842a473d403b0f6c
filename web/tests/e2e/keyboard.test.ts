// Without a mouse: everything is reached, seen to be reached, and used.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { openSettings } from './settings-page';
import { signIn, startStage, type Stage } from './stage';

const MOST_STEPS = 120;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await startStage();
  page = await stage.open();
  await signIn(stage, page);
});
afterAll(() => stage.end());

/** Whether the one in focus is marked: by a ring, or by its border. */
function isMarked(): boolean {
  const at = document.activeElement;
  if (!at || at === document.body) return true;
  const marked = (one: Element | null) => one !== null && (getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none');
  const isField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
  // a field shows it by its border; a switch or checkbox by what is drawn beside it
  return isField || marked(at) || marked(at.nextElementSibling) || marked(at.parentElement);
}

/** Presses Tab until this is in focus; whatever is passed must be marked. */
async function tabTo(wanted: Locator) {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
    expect(await page.evaluate(isMarked), where).toBe(true);
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error(`not reached: ${wanted.toString()}`);
}

const bar = () => page.getByRole('region', { name: 'Несохранённые изменения' });

it('a setting is changed, looked at and saved', async () => {
  await openSettings(stage, page);
  const always = page.getByRole('checkbox', { name: 'Всегда отображать номер' });
  await tabTo(always);
  await page.keyboard.press('Space');
  await tabTo(bar().getByRole('button', { name: 'Сохранить' }));
  await page.keyboard.press('Enter');
  // the dialog begins at its answer, and gives the focus back
  await expect.poll(() => page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).evaluate((one) => one === document.activeElement), { timeout: 5_000 }).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByText('Настройки сохранены').waitFor();
  await openSettings(stage, page);
  expect(await always.isChecked()).toBe(false);
});

it('a list is searched, a condition is built, and Escape closes it', async () => {
  await openSettings(stage, page);
  const filter = page.getByRole('button', { name: /^Фильтр исходящих/ });
  await tabTo(filter);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await tabTo(dialog.getByRole('button', { name: 'Условие', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(dialog.getByLabel('Значения').and(dialog.locator('input')));
  await page.keyboard.type('6855');
  await page.getByRole('option').filter({ hasText: '74950236855' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByText('74950236855').first().waitFor();
  await tabTo(dialog.getByRole('button', { name: 'Сохранить' }));
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await filter.getAttribute('aria-label')).toBe('Фильтр исходящих: Виртуальный номер: включить 74950236855');
  expect(await filter.evaluate((one) => one === document.activeElement)).toBe(true);

  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('a tab is turned with arrows, and a variable comes into a template', async () => {
  await openSettings(stage, page);
  const telephony = page.getByRole('region', { name: 'Телефония' });
  await tabTo(telephony.getByRole('tab', { name: 'Основное' }));
  await page.keyboard.press('ArrowRight');
  const area = telephony.getByLabel('Задача по входящему звонку').and(telephony.locator('textarea'));
  await tabTo(area);
  await page.keyboard.press('End');
  await tabTo(telephony.getByRole('button', { name: 'Вставить переменную' }).first());
  await page.keyboard.press('Enter');
  await page.getByPlaceholder('Найти переменную').locator('visible=true').waitFor();
  await page.keyboard.type('site_domain_name');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => area.inputValue(), { timeout: 5_000 }).toContain('{{site_domain_name}}');
});
