// Files of messages: by the button, pasted, dropped; pictures are shown; what can't be sent is said.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Outside } from '../calls';
import { barriers, complaintsOf, startStage, type Stage } from '../stage';
import { atWork, heard, message, said, take, visitor, write, type Visitor } from '../visitors';

// a green dot
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mPQWxCFBzGMSmNDAPXxc6EgOdCfAAAAAElFTkSuQmCC';

let stage: Stage;
let anna: Page;
let lena: Visitor;
beforeAll(async () => {
  stage = await startStage();
  anna = await atWork(stage);
  lena = await visitor(stage, 'Лена Полевая', 'Покажите букет');
  await take(anna, 'Лена Полевая');
});
afterAll(() => stage.end());

const picked = () => anna.locator('input[type=file]');
const attached = (name: string) => anna.getByText(name, { exact: false }).last();

/** Does to an element what a browser does with a file from outside. */
async function give(kind: 'paste' | 'drop', where: string, names: string[]) {
  await anna.locator(where).first().evaluate((element, [how, all, png]) => {
    const data = new DataTransfer();
    for (const name of all as string[]) {
      const bytes = Uint8Array.from(atob(png as string), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: 'image/png' }));
    }
    const say = { bubbles: true, cancelable: true };
    if (how === 'paste') element.dispatchEvent(new ClipboardEvent('paste', { ...say, clipboardData: data }));
    else {
      element.dispatchEvent(new DragEvent('dragover', { ...say, dataTransfer: data }));
      element.dispatchEvent(new DragEvent('drop', { ...say, dataTransfer: data }));
    }
  }, [kind, names, PNG] as const);
}

it('a picture is seen before it is sent, by the visitor, and large by whoever clicks it', async () => {
  await picked().setInputFiles({ name: 'букет.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') });
  await anna.getByRole('img', { name: 'Картинка: букет.png' }).waitFor();
  await write(anna, 'Вот такой');
  const got = heard(lena.page, 'Вот такой').getByRole('img', { name: 'букет.png' });
  await expect.poll(() => got.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(10);
  await said(anna, 'Вот такой').getByRole('button', { name: 'Открыть: букет.png' }).click();
  const large = anna.getByRole('dialog', { name: 'букет.png' });
  await expect.poll(() => large.getByRole('img', { name: 'букет.png' }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(10);
  const saved = anna.waitForEvent('download');
  await large.getByRole('button', { name: 'Скачать: букет.png' }).click();
  expect((await saved).suggestedFilename()).toBe('букет.png');
  expect(await barriers(anna)).toEqual([]);
  await anna.keyboard.press('Escape');
});

it('a picture is pasted, and dropped anywhere on the page; of several the first is taken and that is said', async () => {
  await give('paste', '#work-text', ['вставка.png']);
  await anna.getByRole('img', { name: 'Картинка: вставка.png' }).waitFor();
  await write(anna, 'Вставлено');
  await heard(lena.page, 'Вставлено').getByRole('link', { name: 'вставка.png' }).waitFor();

  await give('drop', '[role=log]', ['первая.png', 'вторая.png']);
  await anna.getByText('В сообщении один файл: взят «первая.png»').waitFor();
  await anna.getByRole('img', { name: 'Картинка: первая.png' }).waitFor();
  await expect.poll(() => anna.getByRole('button', { name: 'Отправить', exact: true }).isEnabled()).toBe(true);
  await anna.getByRole('button', { name: 'Отправить', exact: true }).click();
  await heard(lena.page, 'первая.png').waitFor();
  expect(await heard(lena.page, 'вторая.png').count()).toBe(0);
});

it('what was handed over waits in the message over a reload', async () => {
  await picked().setInputFiles({ name: 'прайс.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 price') });
  await attached('прайс.pdf').waitFor();
  await expect.poll(() => anna.getByRole('progressbar').count()).toBe(0);
  await anna.reload();
  await attached('прайс.pdf').waitFor();
  await write(anna, 'Цены');
  await heard(lena.page, 'Цены').getByRole('link', { name: 'прайс.pdf' }).waitFor();
});

it('the visitor’s own file is shown and quoted', async () => {
  await lena.page.locator('#file').setInputFiles({ name: 'образец.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') });
  const theirs = anna.getByRole('log').locator('[data-author=visitor]').filter({ has: anna.getByRole('button', { name: 'Открыть: образец.png' }) });
  await theirs.hover();
  await theirs.locator('..').getByRole('button', { name: 'Ответить на сообщение' }).click();
  await anna.getByText('Ответ на сообщение').waitFor();
  await write(anna, 'Сделаем так же');
  await heard(lena.page, 'Сделаем так же').locator('.line-quote').waitFor();
  // a click on the quote leads to what is quoted
  await said(anna, 'Сделаем так же').getByRole('button', { name: /^К сообщению/ }).click();
  await anna.locator('[data-lit]').waitFor();
});

it('too large, empty, and what UIS itself does not take: each is said, and the message waits', async () => {
  const refused = (text: string | RegExp) => anna.getByRole('alert').getByText(text).waitFor();
  await message(anna).fill('С файлом');
  await picked().setInputFiles({ name: 'видео.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(21 * 1024 * 1024) });
  await refused(/^Файл 21 МБ, а можно не больше 20 МБ$/);
  expect(await anna.getByRole('button', { name: 'Отправить', exact: true }).isDisabled()).toBe(true);
  await picked().setInputFiles({ name: 'пусто.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
  await refused(/^Файл пуст/);

  await new Outside(stage, anna).order('uis/chat/settings', { largest_file: 10 }, 'put');
  await picked().setInputFiles({ name: 'прайс.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 price list') });
  await refused(/UIS/);
  expect(await barriers(anna)).toEqual([]);
  await anna.getByRole('button', { name: 'Убрать файл' }).click();
  expect(await message(anna).inputValue()).toBe('С файлом');
  await message(anna).press('Enter');
  await heard(lena.page, 'С файлом').waitFor();
  expect(complaintsOf(anna)).toEqual([]);
});
