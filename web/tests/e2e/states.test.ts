// What a page shows while it waits, when the server can't be reached, and when a name is too long.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers, complaintsOf, signIn, startStage, type Stage } from './stage';

const PAGES = ['/', '/connections', '/connections/romashka', '/journal', '/analytics', '/people', '/tokens', '/account', '/audit'];
const SHOWN = '/api/session';
const LONG = 'Общество с ограниченной ответственностью «Объединённыецветочныемагазиныромашкаисыновья» и партнёры';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.end());

async function signedIn(width = 1280): Promise<Page> {
  const page = await stage.open({ viewport: { width, height: 800 } });
  await signIn(stage, page);
  return page;
}

/** Everything but who is signed in. */
const ofPages = (url: URL) => url.pathname.startsWith('/api/') && url.pathname !== SHOWN;

describe.each(PAGES)('%s', (path) => {
  it('says that the server is away, in words, and comes back when asked again', async () => {
    const page = await signedIn();
    await page.route(ofPages, (route) => route.abort());
    await page.goto(stage.base + path);
    const alert = page.getByRole('main').getByRole('alert').first();
    await alert.getByText('Сервер не отвечает').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.unroute(ofPages);
    await alert.getByRole('button', { name: 'Повторить' }).click();
    await page.getByText('Сервер не отвечает').first().waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('shows that it waits', async () => {
    const page = await signedIn();
    const held: (() => void)[] = [];
    await page.route(ofPages, async (route) => {
      await new Promise<void>((go) => held.push(go));
      await route.continue();
    });
    await page.goto(stage.base + path);
    await page.getByRole('main').getByRole('status', { name: 'Загрузка' }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    held.forEach((go) => go());
    await page.context().close();
  });
});

it('a very long name breaks no page at any width', async () => {
  const page = await signedIn(360);
  const status = await page.evaluate(async (title) => {
    const { page_key: key } = (await (await fetch('/api/session')).json()) as { page_key: string };
    const { settings, version } = (await (await fetch('/api/connections/romashka')).json()) as { settings: object; version: number };
    const headers = { 'Content-Type': 'application/json', 'X-Page-Key': key, 'If-Match': `"${version}"` };
    return (await fetch('/api/connections/romashka', { method: 'PUT', headers, body: JSON.stringify({ settings: { ...settings, title } }) })).status;
  }, LONG);
  expect(status).toBe(200);
  for (const width of [360, 768, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of PAGES) {
      await page.goto(stage.base + path);
      await page.locator('main h1').waitFor();
      await page.getByRole('main').getByRole('status', { name: 'Загрузка' }).first().waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});
