// The dialog «Условия» as a person uses it.
import type { Locator, Page } from 'playwright-core';

export interface Leaf {
  param: string;
  op: 'Включить' | 'Исключить';
  values: string[];
}

export interface Group {
  join: 'И' | 'ИЛИ';
  of: (Leaf | Group)[];
}

// there is no list of these in UIS
const TYPED = new Set(['Источник', 'Форма', 'Канал']);

/** Opens the dialog by its button and puts this condition in place of the one that stands there. */
export async function setCondition(button: Locator, condition: Group) {
  const page = button.page();
  await button.click();
  const dialog = page.getByRole('dialog');
  const whole = dialog.locator('.ruleGroup').first();
  await whole.waitFor();
  const rows = body(whole).locator(':scope > *');
  for (let left = await rows.count(); left > 0; left -= 1) await remover(rows.last()).click();
  await fill(page, whole, condition);
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** What a filter's button says of its condition. */
export async function inWords(button: Locator): Promise<string> {
  return (await button.getAttribute('aria-label')) ?? '';
}

async function fill(page: Page, group: Locator, { join, of }: Group) {
  const rows = body(group).locator(':scope > *');
  const before = await rows.count();
  if (of.length > 1) await pick(page, header(group).getByLabel('Как соединить условия'), join);
  for (const [at, one] of of.entries()) {
    // a new group comes with its first condition
    if (at >= before) await header(group).getByRole('button', { name: 'of' in one ? 'Группа' : 'Условие' }).click();
    const row = rows.nth(at);
    if ('of' in one) await fill(page, row, one);
    else await fillLeaf(page, row, one);
  }
}

async function fillLeaf(page: Page, row: Locator, { param, op, values }: Leaf) {
  await pick(page, row.getByLabel('Параметр'), param);
  await pick(page, row.getByLabel('Включить или исключить'), op);
  const input = row.getByLabel('Значения').and(row.locator('input'));
  for (const value of values) {
    await input.click();
    if (TYPED.has(param)) {
      await input.fill(value);
      await input.press('Enter');
      continue;
    }
    await page.getByRole('option').filter({ hasText: value }).first().click();
  }
  // closes the list, and nothing else
  await input.press('Tab');
}

async function pick(page: Page, select: Locator, option: string) {
  await select.and(page.locator('input')).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

const header = (group: Locator) => group.locator(':scope > .ruleGroup-header');
const body = (group: Locator) => group.locator(':scope > .ruleGroup-body');
const remover = (row: Locator) => row.getByRole('button', { name: /^Убрать (условие|группу)$/ }).first();
