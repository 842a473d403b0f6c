// The pages and how a person gets there.
import type { Page } from 'playwright-core';
import { part, section, tab } from '../tests/e2e/settings-page';

export type Look = 'wide' | 'narrow' | 'dark';

export interface Screen {
  name: string;
  looks: Look[];
  /** Before somebody has signed in. */
  outside?: boolean;
  go: (page: Page, base: string) => Promise<void>;
}

const [BOTH, ALL, WIDE]: [Look[], Look[], Look[]] = [['wide', 'narrow'], ['wide', 'narrow', 'dark'], ['wide']];

export const SCREENS: Screen[] = [
  { name: 'sign-in', looks: BOTH, outside: true, go: (page, base) => page.goto(base).then(() => page.getByLabel('Почта').waitFor()) },
  { name: 'overview', looks: ALL, go: (page, base) => open(page, `${base}/`, 'ООО «Ромашка»') },
  { name: 'connections', looks: BOTH, go: (page, base) => open(page, `${base}/connections`, 'romashka') },
  { name: 'wizard', looks: BOTH, go: wizard },
  { name: 'settings', looks: ALL, go: (page, base) => settings(page, base) },
  { name: 'settings-credentials', looks: WIDE, go: (page, base) => unfold(page, base, 'Учётные данные') },
  { name: 'settings-employees', looks: WIDE, go: (page, base) => unfold(page, base, 'Синхронизация сотрудников') },
  { name: 'settings-templates', looks: BOTH, go: (page, base) => settingsTab(page, base, 'Телефония', 'Шаблоны') },
  { name: 'settings-responsibles', looks: WIDE, go: (page, base) => settingsTab(page, base, 'Телефония', 'Ответственные') },
  { name: 'settings-fields', looks: BOTH, go: (page, base) => settingsTab(page, base, 'Телефония', 'Дополнительные поля') },
  { name: 'settings-text', looks: BOTH, go: (page, base) => settingsTab(page, base, 'Текстовые коммуникации', 'Основное') },
  { name: 'conditions', looks: ALL, go: conditions },
  { name: 'changes', looks: WIDE, go: changes },
  { name: 'rehearsal', looks: BOTH, go: rehearsal },
  { name: 'settings-addresses', looks: WIDE, go: (page, base) => unfold(page, base, 'Адреса и уведомления UIS') },
  { name: 'journal', looks: ALL, go: (page, base) => open(page, `${base}/journal`, 'Сделано') },
  { name: 'story', looks: BOTH, go: story },
  { name: 'deals', looks: BOTH, go: deals },
  { name: 'analytics', looks: ALL, go: (page, base) => open(page, `${base}/analytics?by=campaign`, 'Всего') },
  { name: 'alerts', looks: ALL, go: (page, base) => open(page, `${base}/alerts`, 'О чём оповещать') },
  { name: 'privacy', looks: BOTH, go: (page, base) => open(page, `${base}/privacy`, 'номер') },
  { name: 'people', looks: WIDE, go: (page, base) => open(page, `${base}/people`, 'demo@romashka.ru') },
  { name: 'audit', looks: WIDE, go: (page, base) => open(page, `${base}/audit`, 'История изменений') },
  { name: 'account', looks: WIDE, go: (page, base) => open(page, `${base}/account`, 'этот сеанс') },
  { name: 'sandbox', looks: BOTH, go: (page, base) => page.goto(`${base}/sandbox/`).then(() => page.locator('#live.is-online').waitFor()) },
];

async function open(page: Page, address: string, until: string) {
  await page.goto(address);
  await page.getByRole('main').getByText(until).first().waitFor();
  await listsAreThere(page);
}

async function listsAreThere(page: Page) {
  await page.locator('.mantine-Loader-root:visible, .mantine-Skeleton-root:visible').first().waitFor({ state: 'detached' });
}

async function settings(page: Page, base: string) {
  await open(page, `${base}/connections/romashka`, 'Телефония');
}

async function unfold(page: Page, base: string, title: string) {
  await settings(page, base);
  await part(await section(page, title), title).or(page.getByRole('region', { name: title })).first().evaluate((one) => one.scrollIntoView({ block: 'start' }));
  await page.evaluate(() => window.scrollBy(0, -72));
  await listsAreThere(page);
}

/** The recipes, the test and the load stand below the settings. */
async function deals(page: Page, base: string) {
  await unfold(page, base, 'Сделки');
  await page.getByText('Два автоматических сценария').waitFor();
}

async function settingsTab(page: Page, base: string, title: string, name: string) {
  await settings(page, base);
  await tab(page, title, name);
  await page.getByRole('region', { name: title }).evaluate((one) => window.scrollTo(0, one.getBoundingClientRect().top + window.scrollY - 72));
  await listsAreThere(page);
}

async function conditions(page: Page, base: string) {
  await settings(page, base);
  await page.getByRole('button', { name: /^Фильтр входящих/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Группа' }).first().click();
  const row = dialog.locator('.rule').last();
  await row.getByLabel('Параметр').and(page.locator('input')).click();
  await page.getByRole('option', { name: 'Тег', exact: true }).click();
  await row.getByLabel('Значения').and(page.locator('input')).click();
  await page.getByRole('option', { name: 'Целевой' }).click();
  await page.keyboard.press('Tab');
  await listsAreThere(page);
}

async function changes(page: Page, base: string) {
  await settings(page, base);
  const templates = await tab(page, 'Телефония', 'Шаблоны');
  await templates.locator('textarea').first().fill('Звонок от {{contact_phone_number}} с сайта {{site_domain_name}}');
  const main = await tab(page, 'Телефония', 'Основное');
  await main.getByLabel('Всегда отображать номер').uncheck();
  await page.getByRole('region', { name: 'Несохранённые изменения' }).getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('dialog', { name: 'Что изменится' }).waitFor();
}

async function rehearsal(page: Page, base: string) {
  await settings(page, base);
  await (await tab(page, 'Телефония', 'Шаблоны')).locator('textarea').first().fill('Звонок от {{contact_phone_number}}');
  await page.getByRole('button', { name: 'Проверить на последних обращениях' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('table').waitFor();
  await listsAreThere(page);
}

async function story(page: Page, base: string) {
  await open(page, `${base}/journal?phone=79263310742`, 'Сделано');
  await page.locator('a[href^="/journal/"]').first().click();
  await page.getByText('Что происходило').waitFor();
  await listsAreThere(page);
}

async function wizard(page: Page, base: string) {
  await open(page, `${base}/connections/new`, 'Новое соединение');
  await page.getByLabel('Название').fill('ООО «Ромашка»');
  await page.getByLabel('Имя соединения').fill('romashka-2');
  await page.getByRole('button', { name: 'Дальше' }).click();
  await page.getByRole('heading', { name: 'Авторизация Rest API' }).waitFor();
}
