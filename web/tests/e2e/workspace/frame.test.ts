// The workspace in a frame of Planfix: another origin, where the browser keeps our cookie back.
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FrameLocator, Page } from 'playwright-core';
import { complaintsOf, startStage, type Stage } from '../stage';
import { atWork, visitor, type Visitor } from '../visitors';

const FRAMES = '/frames';

let stage: Stage;
let anna: Page;
let client: Visitor;
const servers: Server[] = [];
let planfix: string;
let stranger: string;
beforeAll(async () => {
  stage = await startStage();
  anna = await atWork(stage);
  [planfix, stranger] = [await origin(), await origin()];
  await moveTo(planfix);
  client = await visitor(stage, 'Кира Рамкина', 'Пишу с сайта');
});
afterAll(async () => {
  await stage.end();
  for (const server of servers) server.close();
});

/** Another origin: a page that frames the workspace; all else of it is the simulated Planfix. */
async function origin(): Promise<string> {
  const server = createServer((asked, answer) => {
    if (asked.url?.startsWith(FRAMES)) {
      const hash = decodeURIComponent(asked.url.split('?')[1] ?? '');
      answer.setHeader('Content-Type', 'text/html; charset=utf-8');
      return answer.end(`<!doctype html><title>Планфикс</title><iframe title="Связка" width="1180" height="720" src="${stage.base}/embed/workspace?connection=romashka${hash}"></iframe>`);
    }
    const there = new URL(stage.base);
    const passed = request({ host: there.hostname, port: there.port, path: asked.url, method: asked.method, headers: { ...asked.headers, host: there.host } }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  servers.push(server);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  // another name than the program's own: another site for the browser
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

/** The connection's Planfix lives at this origin. */
async function moveTo(place: string) {
  const status = await anna.evaluate(async ([from, to]) => {
    const { page_key: key } = (await (await fetch('/api/session')).json()) as { page_key: string };
    const settings = await (await fetch('/api/connections/romashka/export')).text();
    const body = settings.replace(/(planfix_rest:\s+(?:name: [^\n]*\n\s+)?url: )\S+/, (_, name: string) => `${name}${to}/sandbox/planfix/rest/\n    token: sandbox-rest-token`);
    if (!body.includes(to!) || !from) throw new Error(settings);
    return (await fetch('/api/connections/import', { method: 'POST', headers: { 'Content-Type': 'application/yaml', 'X-Page-Key': key }, body })).status;
  }, [stage.base, place]);
  expect(status).toBeLessThan(300);
}

function entryKey(): Promise<string> {
  return anna.evaluate(async () => {
    const { page_key: shown } = (await (await fetch('/api/session')).json()) as { page_key: string };
    return ((await (await fetch('/api/workspace/entry', { method: 'POST', headers: { 'X-Page-Key': shown } })).json()) as { key: string }).key;
  });
}

/** Opens the page of Planfix; tells what the frame asked of us with a cookie. */
async function frame(place: string, hash = '') {
  const page = await stage.open({ viewport: { width: 1220, height: 780 } });
  const withCookie: string[] = [];
  page.on('request', (asked) => void asked.allHeaders().then((headers) => {
    if (asked.url().includes('/api/') && headers.cookie) withCookie.push(asked.url());
  }, () => {}));
  await page.goto(`${place}${FRAMES}?${encodeURIComponent(hash)}`);
  return { page, inside: page.frameLocator('iframe'), withCookie };
}

async function work(inside: FrameLocator, text: string) {
  await inside.getByRole('radiogroup').getByText('Все', { exact: true }).click();
  await inside.getByRole('option').filter({ hasText: 'Кира Рамкина' }).click();
  const take = inside.getByRole('button', { name: 'Взять в работу' });
  const message = inside.getByRole('textbox', { name: 'Сообщение' });
  await take.or(message).first().waitFor();
  if (await take.count()) await take.click();
  await message.fill(text);
  await message.press('Enter');
  await client.sees(text);
}

it('a key in the link signs in, once; no request of the frame bears a cookie', async () => {
  const key = await entryKey();
  const { page, inside, withCookie } = await frame(planfix, `#key=${key}`);
  await work(inside, 'Из Планфикса');
  expect(page.frames()[1]?.url()).toBe(`${stage.base}/embed/workspace?connection=romashka`.concat(new URL(page.frames()[1]!.url()).search.replace('?connection=romashka', '')));
  expect(page.frames()[1]?.url()).not.toContain(key);
  expect([withCookie, await page.context().cookies()]).toEqual([[], []]);
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();

  const again = await frame(planfix, `#key=${key}`);
  await again.inside.getByText('Ключ входа уже использован или устарел').waitFor();
  await again.page.context().close();
});

it('without a key a window of ours signs in and hands one over', async () => {
  const { page, inside } = await frame(planfix);
  const opened = page.waitForEvent('popup');
  await inside.getByRole('button', { name: 'Войти' }).click();
  const popup = await opened;
  await popup.getByLabel('Почта').fill(stage.email);
  await popup.getByRole('textbox', { name: 'Пароль' }).fill(stage.password);
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Войти' }).click();
  await closed;
  await work(inside, 'Через окно входа');
  // the frame loaded anew: the window knows him already and is gone at once
  await page.reload();
  const second = page.waitForEvent('popup');
  await inside.getByRole('button', { name: 'Войти' }).click();
  await second;
  await work(inside, 'И ещё раз');
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

it('nobody else may frame it', async () => {
  const { page } = await frame(stranger, `#key=${await entryKey()}`);
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  await page.context().close();
  const policy = (await anna.request.get(`${stage.base}/embed/workspace?connection=romashka`)).headers()['content-security-policy'] ?? '';
  expect(/frame-ancestors (.*)$/.exec(policy)?.[1]).toBe(`'self' ${planfix} ${stage.base}`);
});
