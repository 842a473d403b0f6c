import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers, complaintsOf, signIn, startStage, type Stage } from './stage';

const PASSWORD = 'только-смотрю';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await startStage();
  page = await stage.open();
  await signIn(stage, page);
});
afterAll(() => stage.end());

// channels and deals are in the journal, too
const CALLS = 'kind=call';

/** Asks the API as the signed-in person. */
async function ask(method: string, path: string, body?: string, type = 'application/json'): Promise<string> {
  return page.evaluate(async ([method, path, body, type]) => {
    const { page_key: key } = (await (await fetch('/api/session')).json()) as { page_key: string };
    const answer = await fetch(path!, { method: method!, body: body || undefined, headers: { 'Content-Type': type!, 'X-Page-Key': key } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.text();
  }, [method, path, body ?? '', type]);
}

async function found(query: string): Promise<number> {
  return (JSON.parse(await ask('GET', `/api/journal?${CALLS}&${query}`)) as { items: object[] }).items.length;
}

async function play(phone: string) {
  await page.request.post(`${stage.base}/sandbox/control/scenarios/lost-before-ringing/play`, { data: { phone, speed: 30 } });
}

/** Tasks of an object that Planfix does not have, or of the right one again. */
async function useObject(number: number) {
  const file = await ask('GET', '/api/connections/romashka/export');
  await ask('POST', '/api/connections/import', file.replace(/task_object: \d+/g, `task_object: ${number}`), 'application/yaml');
}

function rows() {
  return page.locator('a[href^="/journal/"].row-link');
}

async function act(menu: RegExp, item: string) {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  return page.getByRole('dialog');
}

it('is searched by title and by date, and the search stands in the address', async () => {
  await play('79031110001');
  await expect.poll(() => found('state=done'), { timeout: 60_000 }).toBe(1);
  await page.goto(`${stage.base}/journal?${CALLS}`);
  await page.getByLabel('Имя или название').fill('ПРОПУЩЕННЫЙ');
  await expect.poll(() => page.url()).toContain('name=');
  await expect.poll(() => rows().count()).toBe(1);
  if (!(await page.getByLabel('По', { exact: true }).isVisible())) await page.getByRole('button', { name: /^Отбор/ }).click();
  await page.getByLabel('По', { exact: true }).fill('2020-01-01');
  await page.getByText('Ничего не найдено').waitFor();
  await page.reload();
  await page.getByText('Ничего не найдено').waitFor();
  expect(await page.getByLabel('Имя или название').inputValue()).toBe('ПРОПУЩЕННЫЙ');
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'));
  await page.getByLabel('По', { exact: true }).fill(today);
  await page.getByLabel('С', { exact: true }).fill(today);
  await expect.poll(() => rows().count()).toBe(1);
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Имя или название').fill('никто');
  await page.getByRole('button', { name: 'Сбросить отбор' }).click();
  await expect.poll(() => rows().count()).toBeGreaterThan(0);
});

it('a story says in its first sentence whether there is a task, and leads to it', async () => {
  await page.goto(`${stage.base}/journal?${CALLS}`);
  await rows().first().click();
  await page.getByText(/^Есть задача \d+\.$/).waitFor();
  expect(await page.getByRole('link', { name: /^Задача \d+/ }).getAttribute('href')).toMatch(/\/task\/\d+$/);
  expect(await page.getByRole('link', { name: /^Контакт \d+/ }).getAttribute('href')).toMatch(/\/contact\/\d+$/);
  expect(await barriers(page)).toEqual([]);
});

it('what was given up is sent anyway only after a warning, and the story says by whom', async () => {
  await useObject(999);
  await play('79031110002');
  await play('79031110003');
  await expect.poll(() => found('state=dead'), { timeout: 60_000 }).toBe(2);
  await page.goto(`${stage.base}/journal?${CALLS}&state=dead`);
  await rows().first().click();
  await page.getByText(/^Задачи нет\. Отправить не удалось: задача «Пропущенный звонок/).waitFor();
  const dialog = await act(/^Ещё$/, 'Отправить без проверки');
  await dialog.getByText(/появятся второй раз/).waitFor();
  await dialog.getByRole('button', { name: 'Отправить без проверки' }).click();
  await page.getByText(`Отправлено без проверки, нет ли уже такого: ${stage.email}`).waitFor();
});

it('what is found is counted and mended all at once', async () => {
  await useObject(12);
  await expect.poll(() => found('state=dead'), { timeout: 60_000 }).toBe(2);
  await page.goto(`${stage.base}/journal?${CALLS}&state=dead`);
  await rows().nth(1).waitFor();
  const dialog = await act(/^Действия с найденными/, 'Обработать заново');
  await dialog.getByText('Подходят 2 обращения.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Выполнить: 2' }).click();
  await page.getByText('В работе 2 обращения').waitFor();
  await expect.poll(() => found('state=dead'), { timeout: 60_000 }).toBe(0);
  await expect.poll(() => found('state=done'), { timeout: 60_000 }).toBe(3);
});

it('what was picked is mended and nothing else', async () => {
  await page.goto(`${stage.base}/journal?${CALLS}`);
  await page.getByRole('button', { name: 'Выбрать' }).click();
  await page.getByRole('checkbox').nth(1).check();
  const dialog = await act(/^Действия с выбранными: 1/, 'Повторить невыполненное');
  await dialog.getByText('Подходящих обращений нет.').waitFor();
  await dialog.getByRole('button', { name: 'Отменить' }).click();
  await page.getByRole('button', { name: 'Снять выбор' }).click();
  expect(await page.getByRole('checkbox').count()).toBe(0);
});

it('who may not see phones finds a call by the whole number and sees its end', async () => {
  await ask('POST', '/api/people', JSON.stringify({ email: 'viewer@romashka.ru', password: PASSWORD, role: 'viewer' }));
  await page.goto(`${stage.base}/privacy`);
  await page.getByRole('combobox', { name: 'Номера целиком видят' }).or(page.getByRole('textbox', { name: 'Номера целиком видят' })).click();
  await page.getByRole('option', { name: 'Администраторы и владельцы', exact: true }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Показ номеров изменён').waitFor();

  const viewer = await stage.open({ viewport: { width: 360, height: 740 } });
  await signIn({ ...stage, email: 'viewer@romashka.ru', password: PASSWORD }, viewer);
  await viewer.goto(`${stage.base}/journal?${CALLS}&phone=8 903 111-00-02`);
  const one = viewer.locator('a[href^="/journal/"].row-link');
  await one.getByText('+•••••••0002').waitFor();
  expect(await viewer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await one.first().click();
  await viewer.getByText('Что происходило').waitFor();
  expect(await viewer.locator('main').innerText()).not.toContain('903111');
  await viewer.goto(`${stage.base}/journal?${CALLS}&phone=903111`);
  await viewer.getByText(/нужен номер целиком/).waitFor();
  expect(complaintsOf(viewer)).toEqual([]);
  await viewer.context().close();
  expect(complaintsOf(page)).toEqual([]);
});
