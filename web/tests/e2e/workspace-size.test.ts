import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { signIn, startStage, type Stage } from './stage';

const CHATS = 500;
const MESSAGES = 5_000;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await startStage();
  page = await stage.open({ viewport: { width: 1440, height: 900 } });
  await signIn(stage, page);
  await page.route('**/api/workspace/romashka/cards?*', (route) => route.fulfill({ json: { items: cards, next: null } }));
  await page.route(/\/cards\/\d+$/, (route) => route.fulfill({ json: cards[Number(/\d+$/.exec(route.request().url())?.[0]) - 1] }));
  await page.route('**/thread?*', (route) => route.fulfill({ json: linesOf(new URL(route.request().url()).searchParams) }));
  await page.route(/\/(client|history|read)$/, (route) => route.fulfill({ status: 404, json: { code: 'not_found', title: '' } }));
});
afterAll(() => stage.end());

const at = (seq: number) => new Date(Date.UTC(2026, 4, 1) + seq * 60_000).toISOString();

const cards = Array.from({ length: CHATS }, (_, index) => ({
  id: index + 1, key: `chat/${index + 1}`, kind: 'chat', place: 'held', mine: true, last_at: at(CHATS - index), unread: index % 3, revision: MESSAGES, client: `Клиент ${index + 1}`,
  channel_kind: 'telegram', channel_name: 'Telegram', began_at: at(0), lost: false, last: { author: 'visitor', text: 'Вопрос', file: false },
}));

/** Messages of different heights, as the server pages them. */
function linesOf(query: URLSearchParams) {
  const limit = Number(query.get('limit'));
  if (query.has('since')) return { items: [], more: false };
  const end = query.has('before') ? Number(query.get('before')) : MESSAGES + 1;
  const begin = Math.max(1, end - limit);
  const items = Array.from({ length: end - begin }, (_, index) => {
    const seq = begin + index;
    const message = { author: seq % 2 ? 'visitor' : 'operator', text: `№${seq} ${'и ещё несколько слов '.repeat(seq % 9)}`, changed: false };
    return { seq, revision: seq, name: `message/${seq}`, at: at(seq), message };
  });
  return { items, more: begin > 1 };
}

const shown = (selector: string) => page.locator(selector).count();

it('of five hundred chats only those that are seen are drawn, and the keyboard goes through them', async () => {
  await page.goto(`${stage.base}/workspace?connection=romashka&view=mine`);
  const list = page.getByRole('listbox');
  await list.getByText('Клиент 1', { exact: true }).waitFor();
  expect(await shown('[role=option]')).toBeLessThan(40);
  await list.press('End');
  await list.getByText('Клиент 500', { exact: true }).waitFor();
  expect(await list.getByRole('option', { selected: true }).innerText()).toContain('Клиент 500');
  expect(await shown('[role=option]')).toBeLessThan(40);
});

it('five thousand messages are read up to the first, and what is looked at does not jump', async () => {
  await page.goto(`${stage.base}/workspace?connection=romashka&view=mine&card=1`);
  const log = page.getByRole('log');
  await log.getByText(`№${MESSAGES} `).waitFor();
  expect(await shown('[data-author]')).toBeLessThan(80);
  // a page of older messages comes while something is looked at
  const jump = await page.evaluate(async () => {
    const place = document.querySelector('[role=log]') as HTMLElement;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const first = () => [...place.querySelectorAll<HTMLElement>('[data-author]')].find((one) => one.getBoundingClientRect().top >= place.getBoundingClientRect().top);
    const height = place.scrollHeight;
    place.scrollTop = 500;
    await frame();
    await frame();
    let most = 0;
    let seen = first();
    let top = seen?.getBoundingClientRect().top ?? 0;
    for (let wait = 0; wait < 120; wait++) {
      await frame();
      if (seen?.isConnected) most = Math.max(most, Math.abs(seen.getBoundingClientRect().top - top));
      else seen = first();
      top = seen?.getBoundingClientRect().top ?? 0;
    }
    return { most, grew: place.scrollHeight > height };
  });
  expect(jump.grew).toBe(true);
  expect(jump.most).toBeLessThan(4);
  // up to the very first
  await expect.poll(async () => {
    await log.evaluate((place) => { place.scrollTop = 0; });
    return log.getByText('№1 ', { exact: false }).first().isVisible();
  }, { timeout: 40_000, interval: 150 }).toBe(true);
  expect(await shown('[data-author]')).toBeLessThan(80);
});
