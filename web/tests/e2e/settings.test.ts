import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { complaintsOf, signIn, startStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.end());

async function openSettings(): Promise<Page> {
  const page = await stage.open();
  await signIn(stage, page);
  await page.goto(`${stage.base}/connections/romashka`);
  await page.getByRole('heading', { name: 'ООО' }).waitFor();
  return page;
}

function unsaved(page: Page) {
  return page.getByRole('region', { name: 'Несохранённые изменения' });
}

async function save(page: Page) {
  await unsaved(page).getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('dialog', { name: 'Что изменится' }).getByRole('button', { name: 'Сохранить' }).click();
}

function stored(page: Page) {
  return page.evaluate(async () => (await (await fetch('/api/connections/romashka')).json()) as { version: number; settings: { telephony: { templates: object; filter: { outgoing: object } } } });
}

describe('settings', () => {
  it('that are opened and looked through are not changed', async () => {
    const page = await openSettings();
    for (const tab of ['Шаблоны', 'Ответственные', 'Дополнительные поля', 'Основное']) await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('button', { name: /Фильтр входящих/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
    expect(await unsaved(page).count()).toBe(0);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('are changed, shown before they are saved, saved, and there after a reload', async () => {
    const page = await openSettings();
    await page.getByRole('tab', { name: 'Шаблоны' }).click();
    await page.getByLabel('Задача по входящему звонку').fill('Новый звонок от {{contact_phone_number}}');
    await unsaved(page).getByRole('button', { name: 'Сохранить' }).click();
    const dialog = page.getByRole('dialog', { name: 'Что изменится' });
    expect(await dialog.innerText()).toContain('Новый звонок от {{contact_phone_number}}');
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Настройки сохранены').waitFor();
    await page.reload();
    await page.getByRole('tab', { name: 'Шаблоны' }).click();
    expect(await page.getByLabel('Задача по входящему звонку').inputValue()).toBe('Новый звонок от {{contact_phone_number}}');
    await page.context().close();
  });

  it('with a mistake are not saved, and the mistake stands at its field', async () => {
    const page = await openSettings();
    const before = await stored(page);
    await page.getByRole('tab', { name: 'Шаблоны' }).click();
    await page.getByLabel('Задача по исходящему звонку').fill('Звонок на {{contact_phone}}');
    await page.getByText('нет переменной `contact_phone`').first().waitFor();
    await save(page);
    await page.getByText('Не сохранено: 1 ошибка').waitFor();
    expect((await stored(page)).version).toBe(before.version);
    await page.context().close();
  });

  it('get a condition in the dialog', async () => {
    const page = await openSettings();
    await page.getByRole('button', { name: /^Фильтр исходящих/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Условие' }).click();
    await dialog.getByLabel('Значения').click();
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await save(page);
    await page.getByText('Настройки сохранены').waitFor();
    const { settings } = await stored(page);
    expect(settings.telephony.filter.outgoing).toMatchObject({ param: 'virtual_number', op: 'include' });
    await page.context().close();
  });

  it('edited by two at once are not overwritten: the second is told and puts his change upon the first', async () => {
    const [first, second] = [await openSettings(), await openSettings()];
    for (const [page, place, text] of [[first, 'Задача по входящему звонку', 'Первый'], [second, 'Задача по исходящему звонку', 'Второй']] as const) {
      await page.getByRole('tab', { name: 'Шаблоны' }).click();
      await page.getByLabel(place).fill(text);
    }
    await save(first);
    await first.getByText('Настройки сохранены').waitFor();
    await save(second);
    await second.getByRole('button', { name: 'Наложить мои изменения на новую версию' }).click();
    await save(second);
    await second.getByText('Настройки сохранены').waitFor();
    const { settings } = await stored(second);
    expect(settings.telephony.templates).toMatchObject({ incoming: 'Первый', outgoing: 'Второй' });
    await first.context().close();
    await second.context().close();
  });

  it('of a former version are compared and brought back', async () => {
    const page = await openSettings();
    await page.getByRole('button', { name: 'Ещё' }).click();
    await page.getByRole('menuitem', { name: 'Версии настроек' }).click();
    const drawer = page.getByRole('dialog', { name: 'Версии настроек' });
    await drawer.getByRole('button', { name: 'Сравнить' }).last().click();
    await drawer.getByRole('button', { name: 'Вернуть версию 1' }).click();
    await page.getByText('Версия возвращена').waitFor();
    const { settings } = await stored(page);
    expect(settings.telephony.templates).toMatchObject({ incoming: 'Входящий звонок от {{contact_phone_number}}' });
    await page.context().close();
  });

  it('that are not saved are not left by mistake', async () => {
    const page = await openSettings();
    await page.getByRole('tab', { name: 'Шаблоны' }).click();
    await page.getByLabel('Задача по входящему звонку').fill('Не сохранено');
    await page.getByRole('link', { name: 'Журнал' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Уйти без сохранения?' });
    await dialog.getByRole('button', { name: 'Отменить' }).click();
    expect(await page.getByLabel('Задача по входящему звонку').inputValue()).toBe('Не сохранено');
    await page.context().close();
  });

  it('show what a template makes of a real call', async () => {
    const page = await openSettings();
    await page.request.post(`${stage.base}/sandbox/control/scenarios/lost-before-ringing/play`);
    await expect.poll(async () => ((await (await page.request.get(`${stage.base}/api/journal?kind=call`)).json()) as { items: object[] }).items.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await page.getByRole('tab', { name: 'Шаблоны' }).click();
    const first = page.getByRole('button', { name: 'Показать пример' }).nth(1);
    await first.click();
    await page.getByText('Пропущенный звонок от 79031234567').waitFor();
    await page.getByLabel('Показать на настоящем звонке').first().click();
    await page.getByRole('option').first().click();
    await page.getByText(/Пропущенный звонок от 7903100/).waitFor();
    await page.context().close();
  });
});

describe('credentials', () => {
  it('of one connection are used again by a second one, changed, and taken away', async () => {
    const page = await openSettings();
    await page.goto(`${stage.base}/connections/new`);
    await page.getByLabel('Название').fill('Вторая Ромашка');
    await page.getByLabel('Имя соединения').fill('second');
    await page.getByRole('button', { name: 'Дальше' }).click();
    const rest = page.locator('.card', { has: page.getByRole('heading', { name: 'Авторизация Rest API' }) }).last();
    await rest.getByRole('button', { name: 'Взять из другого соединения' }).click();
    await page.getByRole('menuitem', { name: 'romashka' }).click();
    await rest.getByText('Будет взят из соединения «romashka»').waitFor();
    expect(await rest.getByLabel(/^URL/).inputValue()).toContain('/sandbox/planfix/rest/');
    await rest.getByRole('button', { name: 'Проверить' }).click();
    await rest.getByText('в порядке').first().waitFor();
    await page.getByRole('switch', { name: 'Авторизация для телефонии' }).setChecked(false, { force: true });
    await page.getByRole('button', { name: 'Дальше' }).click();
    await page.getByRole('switch', { name: 'UIS Data API' }).setChecked(false, { force: true });
    await page.getByRole('button', { name: 'Создать соединение' }).click();
    await page.getByRole('button', { name: 'Настрою позже' }).click();

    await page.getByRole('link', { name: 'Перейти к настройкам' }).click();
    await page.getByRole('button', { name: 'Развернуть: Учётные данные' }).click();
    await page.getByText('Сохранён. Введите новый, чтобы заменить.').first().waitFor();
    const block = page.locator('.card', { has: page.getByRole('heading', { name: 'Авторизация Rest API' }) }).last();
    await block.getByLabel('Название').fill('Планфикс Ромашки');
    await save(page);
    await page.getByText('Настройки сохранены').waitFor();
    await page.getByRole('switch', { name: 'Авторизация Rest API' }).setChecked(false, { force: true });
    await save(page);
    const left = () => page.evaluate(async () => ((await (await fetch('/api/connections/second')).json()) as { secrets: string[] }).secrets);
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
    await page.context().close();
  });
});
