// The settings page as a person uses it: sections, tabs, parts, and the controls in them.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Stage } from './stage';

// a list of Planfix waits for its turn among the other requests
const LIST_MS = 15_000;

/** Opens the settings afresh: what is shown is what is stored. */
export async function openSettings(stage: Stage, page: Page, connection = 'romashka') {
  await page.goto(`${stage.base}/connections/${connection}`);
  await page.getByRole('region', { name: 'Телефония' }).waitFor();
}

/** A section, unfolded. */
export async function section(page: Page, title: string): Promise<Locator> {
  const unfold = page.getByRole('button', { name: `Развернуть: ${title}` });
  if (await unfold.count()) await unfold.click();
  return page.getByRole('region', { name: title });
}

/** A tab of a section, in front. */
export async function tab(page: Page, title: string, name: string): Promise<Locator> {
  const where = await section(page, title);
  await where.getByRole('tab', { name }).click();
  return where.getByRole('tabpanel', { name });
}

/** A framed part with this heading. */
export function part(where: Locator, title: string): Locator {
  return where.locator('.card').filter({ has: where.page().getByRole('heading', { name: title, exact: true }) }).last();
}

/** The input with this label; the n-th where several have the same. */
export function field(where: Locator, label: string, nth = 0): Locator {
  return where.getByLabel(label).and(where.locator('input, textarea')).nth(nth);
}

/** Chooses in a select. */
export async function choose(where: Locator, label: string, option: string, nth = 0) {
  const input = field(where, label, nth);
  // what is chosen again is taken back
  if ((await input.inputValue()) === option) return;
  await input.click();
  // an option may bear a hint under its name
  await where.page().getByRole('option').filter({ has: where.page().getByText(option, { exact: true }) }).first().click();
}

/** Chooses all of these in a select of many. */
export async function chooseMany(where: Locator, label: string, options: string[]) {
  for (const option of options) await choose(where, label, option);
  await where.page().keyboard.press('Tab');
}

export async function check(where: Locator, label: string, on: boolean, nth = 0) {
  await where.getByRole('checkbox', { name: label }).nth(nth).setChecked(on);
}

/** The switch of a section or of a part. */
export async function turn(page: Page, title: string, on: boolean) {
  await page.getByRole('switch', { name: title }).setChecked(on, { force: true });
}

/** Writes a template: texts, and variables put in from the list behind «+». */
export async function writeTemplate(where: Locator, label: string, pieces: (string | { variable: string })[]) {
  const page = where.page();
  const area = field(where, label);
  await area.fill('');
  const editor = area.locator('xpath=ancestor::*[contains(@class, "mantine-InputWrapper-root")][last()]');
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      await area.press('End');
      await area.pressSequentially(piece);
      continue;
    }
    await editor.getByRole('button', { name: 'Вставить переменную' }).click();
    await page.getByPlaceholder('Найти переменную').locator('visible=true').fill(piece.variable);
    await page.getByRole('option').filter({ hasText: piece.variable }).first().click();
    await expect.poll(() => area.inputValue(), { timeout: LIST_MS }).toContain(`{{${piece.variable}}}`);
  }
}

/** Presses «Сохранить», looks at what will change, confirms, and opens the page afresh. */
export async function save(stage: Stage, page: Page) {
  await page.getByRole('region', { name: 'Несохранённые изменения' }).getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('dialog', { name: 'Что изменится' }).getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Настройки сохранены').first().waitFor();
  await openSettings(stage, page);
}

/** That a field shows a value; lists come a moment after the page. */
export async function shows(where: Locator, label: string, wanted: string, nth = 0) {
  await expect.poll(() => field(where, label, nth).inputValue(), { message: label, timeout: LIST_MS }).toBe(wanted);
}

/** That the choices of a select of many are these. */
export async function showsMany(where: Locator, label: string, wanted: string[]) {
  const pills = field(where, label).locator('xpath=ancestor::*[contains(@class,"mantine-MultiSelect-input")][1]').locator('.mantine-Pill-label');
  await expect.poll(() => pills.allInnerTexts(), { message: label, timeout: LIST_MS }).toEqual(wanted);
}

export async function isChecked(where: Locator, label: string, nth = 0): Promise<boolean> {
  return where.getByRole('checkbox', { name: label }).nth(nth).isChecked();
}
