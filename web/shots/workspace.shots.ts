// Takes the pictures of the operators' workspace: wide, on a phone, in the dark, and framed in a page of Planfix.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Outside } from '../tests/e2e/calls';
import { complaintsOf, signIn, startStage, type Stage } from '../tests/e2e/stage';
import { hasten } from '../tests/e2e/texts';
import { atWork, message, said, take, visitor, write } from '../tests/e2e/visitors';
import { keep } from './picture';

// somebody's bouquet
const BOUQUET = '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="340"><rect width="480" height="340" fill="#dff0e4"/><g stroke="#3c8a5a" stroke-width="7">'
  + '<path d="M240 330 150 140M240 330 210 110M240 330 275 115M240 330 335 145"/></g><g fill="#e8638c"><circle cx="150" cy="130" r="46"/><circle cx="335" cy="135" r="46"/></g>'
  + '<g fill="#f2a0b9"><circle cx="210" cy="95" r="48"/><circle cx="280" cy="105" r="48"/></g></svg>';

let stage: Stage;
let anna: Page;
let base: string;
beforeAll(async () => {
  stage = await startStage();
  base = stage.base;
  anna = await atWork(stage);
  const outside = new Outside(stage, anna);
  await hasten(outside);
  await outside.order('uis/chats', { visitor: 'visitor-2000011', campaign: 'Яндекс.Директ: букеты' });
  const maria = await visitor(stage, 'Мария Пионова', 'Здравствуйте! Есть ли пионы к субботе?', '+7 903 200-00-11', { digits: '2000011' });
  await take(anna, 'Мария Пионова');
  await write(anna, 'Здравствуйте, Мария! Есть розовые и белые. Сколько нужно?');
  await maria.sees('Сколько нужно?');
  await maria.says('Хочу такой, штук двадцать');
  await maria.page.locator('#file').setInputFiles({ name: 'букет.png', mimeType: 'image/png', buffer: await drawn() });
  await said(anna, 'Хочу такой').hover();
  await said(anna, 'Хочу такой').locator('..').getByRole('button', { name: 'Ответить на сообщение' }).click();
  await write(anna, 'Соберём. Доставить или заберёте сами?');
  await anna.getByRole('log').getByText(/Задача \d+ в Планфиксе/).waitFor();
  await maria.says('Доставьте к десяти на Цветочную, 5');
  await said(anna, 'Доставьте').waitFor();
  await visitor(stage, 'Олег Розов', 'До скольких вы работаете?', '', { channel: 'Telegram-бот @romashka_bot' });
  await visitor(stage, 'Вера Лилиева', 'Можно оплатить картой?', '', { channel: 'WhatsApp Business', digits: '2000013' });
  await outside.order('uis/leads', { name: 'Ольга Лаврова', phone: '79032000014', text: 'Свадебный букет и бутоньерка' });
  await anna.getByRole('radiogroup', { name: 'Какие обращения' }).getByText('Все', { exact: true }).click();
  await anna.getByRole('option').filter({ hasText: 'Ольга Лаврова' }).waitFor();
  await message(anna).fill('Записала: суббота, 10:00, Цветочная, 5');
});
afterAll(() => stage.end());

async function drawn(): Promise<Buffer> {
  const page = await stage.open({ viewport: { width: 480, height: 340 } });
  await page.setContent(`<body style="margin:0">${BOUQUET}`);
  const picture = await page.screenshot();
  await page.context().close();
  return picture;
}

async function taken(page: Page, name: string, width: number) {
  await page.evaluate(() => document.fonts.ready);
  await page.locator('.mantine-Loader-root:visible, .mantine-Skeleton-root:visible').first().waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
  keep(name, await page.screenshot({ animations: 'disabled' }));
}

it('wide, by day and by night', async () => {
  await anna.getByRole('log').getByRole('img', { name: 'букет.png' }).waitFor();
  await anna.mouse.move(700, 20);
  await taken(anna, 'workspace', 1440);
  await anna.emulateMedia({ colorScheme: 'dark' });
  await taken(anna, 'workspace-dark', 1440);
  await anna.emulateMedia({ colorScheme: 'light' });
});

it('on a phone: the list, the talk, the client', async () => {
  await anna.setViewportSize({ width: 360, height: 740 });
  await anna.reload();
  await anna.getByRole('log').getByText('Доставьте к десяти').waitFor();
  await taken(anna, 'workspace-narrow', 360);
  await anna.getByRole('button', { name: 'Клиент', exact: true }).click();
  await anna.getByRole('complementary', { name: 'Клиент' }).getByRole('link').first().waitFor();
  await taken(anna, 'workspace-client-narrow', 360);
  await anna.goto(`${base}/workspace?view=all`);
  await anna.getByRole('option').filter({ hasText: 'Мария Пионова' }).waitFor();
  await taken(anna, 'workspace-list-narrow', 360);
  expect(complaintsOf(anna)).toEqual([]);
});

it('framed in a page of Planfix', async () => {
  const page = await stage.open({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await signIn(stage, page);
  const key = await page.evaluate(async () => {
    const { page_key: shown } = (await (await fetch('/api/session')).json()) as { page_key: string };
    return ((await (await fetch('/api/workspace/entry', { method: 'POST', headers: { 'X-Page-Key': shown } })).json()) as { key: string }).key;
  });
  const frame = `<!doctype html><meta charset="utf-8"><style>body{margin:0;font:15px system-ui;background:#eef1f6;display:grid;grid-template:52px 1fr/64px 1fr;height:100vh}header{grid-column:1/-1;background:#3b5998;color:#fff;display:flex;align-items:center;padding:0 22px;font-weight:600}nav{background:#2f4779}iframe{border:0;width:100%;height:100%;background:#fff}section{padding:14px}</style>
    <header>Планфикс · Чаты клиентов</header><nav></nav><section><iframe title="Связка" src="/embed/workspace?connection=romashka&view=all#key=${key}"></iframe></section>`;
  await page.route('**/frame-of-planfix', (route) => route.fulfill({ contentType: 'text/html', body: frame }));
  await page.goto(`${base}/frame-of-planfix`);
  const inside = page.frameLocator('iframe');
  await inside.getByRole('option').filter({ hasText: 'Мария Пионова' }).click();
  await inside.getByRole('log').getByRole('img', { name: 'букет.png' }).waitFor();
  // it opens at the end
  await inside.getByRole('log').getByText('Доставьте к десяти').waitFor();
  await taken(page, 'workspace-framed', 1440);
  expect(complaintsOf(page)).toEqual([]);
});
