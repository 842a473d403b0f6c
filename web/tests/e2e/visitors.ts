// Visitors who write to the demo's company, and a colleague who answers them.
import type { Page } from 'playwright-core';
import { signIn, type Stage } from './stage';

export interface Visitor {
  page: Page;
  says: (text: string) => Promise<void>;
  sees: (text: string) => Promise<void>;
}

/** A window of somebody who writes on the company's site, and then says who he is. */
export async function visitor(stage: Stage, name: string, first: string, phone = ''): Promise<Visitor> {
  const page = await stage.open({ viewport: { width: 900, height: 760 } });
  await page.goto(`${stage.base}/sandbox/visitor`);
  await page.getByLabel('Где пишете').selectOption({ label: 'Сайт romashka.ru' });
  const one: Visitor = {
    page,
    says: async (text) => {
      await page.getByRole('textbox', { name: 'Сообщение' }).fill(text);
      await page.getByRole('button', { name: 'Отправить' }).click();
    },
    sees: (text) => page.getByRole('list', { name: 'Сообщения' }).getByRole('listitem').filter({ hasText: text }).waitFor(),
  };
  await one.says(first);
  await one.sees(first);
  await page.getByLabel('Имя').fill(name);
  await page.getByLabel('Телефон').fill(phone);
  await page.getByRole('button', { name: 'Сообщить' }).click();
  await page.getByText('Спасибо, запомнили').waitFor();
  return one;
}

/** Another operator: Борис Кузнецов of the simulated UIS, known by his e-mail. */
export async function colleague(stage: Stage, owner: Page): Promise<Page> {
  const [email, password] = ['kuznetsov@romashka.ru', 'борис-на-месте'];
  const status = await owner.evaluate(async (body) => {
    const { page_key: key } = (await (await fetch('/api/session')).json()) as { page_key: string };
    const headers = { 'Content-Type': 'application/json', 'X-Page-Key': key };
    return (await fetch('/api/people', { method: 'POST', headers, body: JSON.stringify({ ...body, role: 'operator' }) })).status;
  }, { email, password });
  if (status >= 300) throw new Error(`the colleague was not added: ${status}`);
  const page = await stage.open({ viewport: { width: 1440, height: 900 } });
  await signIn({ ...stage, email, password }, page);
  return page;
}

export const card = (page: Page, name: string) => page.getByRole('listbox').getByRole('option').filter({ hasText: name });

/** From the queue. */
export async function openCard(page: Page, name: string) {
  await page.getByRole('radiogroup', { name: 'Какие обращения' }).getByText('Очередь').click();
  await card(page, name).click();
  await page.getByRole('heading', { level: 2, name }).first().waitFor();
}

export async function take(page: Page, name: string) {
  await openCard(page, name);
  await page.getByRole('button', { name: 'Взять в работу' }).click();
  await message(page).waitFor();
}

export const message = (page: Page) => page.getByRole('textbox', { name: 'Сообщение' });

export async function write(page: Page, text: string) {
  await message(page).fill(text);
  await message(page).press('Enter');
}

/** The text's bubble in the conversation. */
export const said = (page: Page, text: string) => page.getByRole('log').locator('[data-author]').filter({ hasText: text });
