// Visitors who write to the demo's company, and a colleague who answers them.
import type { Page } from 'playwright-core';
import { signIn, type Stage } from './stage';

export interface Visitor {
  page: Page;
  says: (text: string) => Promise<void>;
  sees: (text: string) => Promise<void>;
}

interface Where {
  /** The channel's name. */
  channel?: string;
  /** By what messengers know him: `7903` and these seven digits. */
  digits?: string;
}

/** A window of somebody who may write to the company. */
export async function visitorWindow(stage: Stage, { channel = 'Сайт romashka.ru', digits }: Where = {}): Promise<Visitor> {
  const page = await stage.open({ viewport: { width: 900, height: 760 } });
  if (digits) await page.addInitScript((kept) => sessionStorage.setItem('visitor', kept), digits);
  await page.goto(`${stage.base}/sandbox/visitor`);
  await page.getByLabel('Где пишете').selectOption({ label: channel });
  return {
    page,
    says: async (text) => {
      await page.getByRole('textbox', { name: 'Сообщение' }).fill(text);
      await page.getByRole('button', { name: 'Отправить' }).click();
    },
    sees: (text) => heard(page, text).waitFor(),
  };
}

/** A message in a visitor's window. */
export const heard = (page: Page, text: string) => page.getByRole('list', { name: 'Сообщения' }).getByRole('listitem').filter({ hasText: text });

/** A window of somebody who writes on the company's site, and then says who he is. */
export async function visitor(stage: Stage, name: string, first: string, phone = '', where: Where = {}): Promise<Visitor> {
  const one = await visitorWindow(stage, where);
  const { page } = one;
  await one.says(first);
  await one.sees(first);
  await page.getByLabel('Имя').fill(name);
  await page.getByLabel('Телефон').fill(phone);
  await page.getByRole('button', { name: 'Сообщить' }).click();
  await page.getByText('Спасибо, запомнили').waitFor();
  return one;
}

/** The workspace of whoever answers the demo's chats: Анна Смирнова. */
export async function atWork(stage: Stage): Promise<Page> {
  const anna = await stage.open({ viewport: { width: 1440, height: 900 } });
  await signIn(stage, anna);
  await anna.getByRole('link', { name: 'Рабочее место' }).click();
  await anna.getByText('Очередь пуста').waitFor();
  return anna;
}

/** An account of somebody else, made by the owner. */
export async function addPerson(owner: Page, person: { email: string; password: string; role: string }) {
  const status = await owner.evaluate(async (body) => {
    const { page_key: key } = (await (await fetch('/api/session')).json()) as { page_key: string };
    const headers = { 'Content-Type': 'application/json', 'X-Page-Key': key };
    return (await fetch('/api/people', { method: 'POST', headers, body: JSON.stringify(body) })).status;
  }, person);
  if (status >= 300) throw new Error(`${person.email} was not added: ${status}`);
}

/** Another operator: Борис Кузнецов of the simulated UIS, known by his e-mail. */
export async function colleague(stage: Stage, owner: Page): Promise<Page> {
  const [email, password] = ['kuznetsov@romashka.ru', 'борис-на-месте'];
  await addPerson(owner, { email, password, role: 'operator' });
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
  // while a file is still on its way nothing is sent
  await page.locator('button[aria-label="Отправить"]:enabled').waitFor();
  await message(page).press('Enter');
}

/** The text's bubble in the conversation. */
export const said = (page: Page, text: string) => page.getByRole('log').locator('[data-author]').filter({ hasText: text });
