import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers, signIn, startStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.end());

async function ask(page: Page, method: 'post' | 'delete', fault?: object) {
  await page.request[method](`${stage.base}/sandbox/control/planfix/faults`, fault ? { data: fault } : undefined);
}

it('when Planfix refuses, each list says why, keeps what is chosen, and comes back when asked again', async () => {
  const page = await stage.open();
  await signIn(stage, page);
  await ask(page, 'post', { door: 'rest', fault: { kind: 'revoked_token' } });
  await page.goto(`${stage.base}/connections/romashka`);
  const telephony = page.getByRole('region', { name: 'Телефония' });
  await telephony.getByText(/Список не получен: .*PF-TOKEN/).first().waitFor();
  expect(await telephony.getByLabel('Объект задачи').first().inputValue()).toContain('12');

  await ask(page, 'delete');
  await telephony.getByRole('button', { name: 'Повторить' }).first().click();
  await telephony.getByText('Список не получен').first().waitFor({ state: 'detached' });
  expect(await telephony.getByLabel('Объект задачи').first().inputValue()).toBe('Заявка');
  await page.context().close();
});

it('the overview says that it works, and what is to be mended when it does not', async () => {
  const page = await stage.open();
  await signIn(stage, page);
  const romashka = page.getByRole('region', { name: 'Ромашка' });
  await romashka.getByText('работает', { exact: true }).waitFor();
  await ask(page, 'post', { door: 'telephony', fault: { kind: 'revoked_token' } });
  await page.request.post(`${stage.base}/sandbox/control/scenarios/single-ring/play`);
  await expect.poll(async () => ((await (await page.request.get(`${stage.base}/api/overview`)).json()) as { connections: { light: string }[] }).connections[0]?.light, { timeout: 20_000 }).toBe('needs_hand');

  await page.reload();
  await romashka.getByText('нужно вмешательство').waitFor();
  await romashka.getByText(/Телефония Планфикса: закрыто/).waitFor();
  await page.getByText('Звонки: 1').waitFor();
  expect(await barriers(page)).toEqual([]);
  await ask(page, 'delete');
  await page.context().close();
});

it('a viewer looks at everything and changes nothing', async () => {
  const owner = await stage.open();
  await signIn(stage, owner);
  await owner.getByRole('link', { name: 'Пользователи' }).click();
  await owner.getByRole('button', { name: 'Добавить' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('Почта').fill('viewer@romashka.ru');
  await dialog.getByRole('textbox', { name: 'Пароль' }).fill('только-смотрю');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await owner.getByText('viewer@romashka.ru может войти').waitFor();

  const viewer = await stage.open();
  await signIn({ ...stage, email: 'viewer@romashka.ru', password: 'только-смотрю' }, viewer);
  expect(await viewer.getByRole('link', { name: 'Токены API' }).count()).toBe(0);
  await viewer.goto(`${stage.base}/connections/romashka`);
  await viewer.getByText('Ваша роль позволяет только смотреть настройки.').waitFor();
  expect(await viewer.getByRole('switch', { name: 'Телефония' }).isDisabled()).toBe(true);
  expect(await viewer.getByText('/hooks/romashka/').count()).toBe(0);
  await viewer.goto(`${stage.base}/people`);
  await viewer.getByText('Вашей роли для этого недостаточно.').waitFor();

  // and is out as soon as the owner says so
  await owner.getByRole('button', { name: 'Действия: viewer@romashka.ru' }).click();
  await owner.getByRole('menuitem', { name: 'Удалить' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
  await owner.getByRole('cell', { name: 'viewer@romashka.ru', exact: true }).waitFor({ state: 'detached' });
  await viewer.goto(`${stage.base}/journal`);
  await viewer.getByRole('heading', { name: 'Вход в кабинет' }).waitFor();
});
