import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers, complaintsOf, signIn, startStage, type Stage } from './stage';

let stage: Stage;
let receiver: Server;
const heard: string[] = [];

beforeAll(async () => {
  stage = await startStage();
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      heard.push(`${String(request.headers['x-svyazka-signature']).slice(0, 7)} ${(JSON.parse(body) as { event: string }).event}`);
      response.end('принято');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await stage.end();
  receiver.close();
});

async function fault(page: Page, method: 'post' | 'delete') {
  await page.request[method](`${stage.base}/sandbox/control/planfix/faults`, method === 'post' ? { data: { door: 'telephony', fault: { kind: 'revoked_token' } } } : undefined);
}

it('an administrator sets a webhook up, sees its secret once, and tries it', async () => {
  const page = await stage.open();
  await signIn(stage, page);
  await page.getByRole('link', { name: 'Оповещения' }).click();
  await page.getByRole('switch', { name: 'Отправлять вебхук' }).click();
  await page.getByLabel('Адрес', { exact: false }).first().fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Секрет подписи вебхука').waitFor();
  await page.getByRole('button', { name: 'Проверить' }).click();
  await page.getByText('HTTP 200 принято').waitFor();
  expect(heard).toEqual(['sha256= test']);
  expect(await barriers(page)).toEqual([]);

  await page.reload();
  await page.getByText('Отправлять вебхук').waitFor();
  expect(await page.getByText('Секрет подписи вебхука').count()).toBe(0);
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

it('a mistake is told where it is, and nothing is saved', async () => {
  const page = await stage.open();
  await signIn(stage, page);
  await page.goto(`${stage.base}/alerts`);
  await page.getByRole('switch', { name: 'Присылать письма' }).click();
  await page.getByLabel('Почтовый сервер').fill('127.0.0.1');
  await page.getByLabel('От кого').fill('svyazka@romashka.ru');
  await page.getByLabel('Кому').fill('не адрес');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText(/Почта · Кому: от 1 до 20 адресов почты/).waitFor();
  await page.goto(`${stage.base}/audit`);
  await page.getByText('— изменён раздел «Оповещения»').first().waitFor();
  await page.context().close();
});

it('the overview says which side does not answer and what to do, and the quota', async () => {
  const page = await stage.open();
  await signIn(stage, page);
  await fault(page, 'post');
  await page.request.post(`${stage.base}/sandbox/control/scenarios/single-ring/play`);
  await expect.poll(async () => ((await (await page.request.get(`${stage.base}/api/overview`)).json()) as { connections: { light: string }[] }).connections[0]?.light, { timeout: 30_000 }).toBe('needs_hand');
  await page.reload();
  const romashka = page.getByRole('region', { name: 'Ромашка' });
  await romashka.getByText('не отвечает', { exact: true }).first().waitFor();
  await romashka.getByRole('button', { name: 'Что сделать' }).first().click();
  await romashka.getByText('Как исправить').first().waitFor();
  await romashka.getByRole('link', { name: 'К настройкам соединения' }).first().waitFor();
  await romashka.getByText(/^из [\d\s]+ по тарифу/).waitFor();
  const left = Number(await romashka.getByRole('progressbar', { name: 'Запросов Планфикса на сегодня' }).getAttribute('aria-valuenow'));
  expect(left > 0 && left <= 100, `${left} % of the day’s requests are left`).toBe(true);
  await page.getByRole('radiogroup', { name: 'Разбивка столбцов' }).waitFor();
  await page.getByRole('button', { name: 'Показать таблицей' }).click();
  await page.getByRole('columnheader', { name: 'Звонки' }).waitFor();
  expect(await barriers(page)).toEqual([]);

  await fault(page, 'delete');
  await page.context().close();
});
