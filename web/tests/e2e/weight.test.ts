// What the first look costs: how much script it takes, and how much the page moves while it loads.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { answered, newPhone, Outside } from './calls';
import { signIn, startStage, type Stage } from './stage';

const MOST_SCRIPT_BYTES = 300 * 1024;
const MOST_SHIFT = 0.05;
// slow enough for every state of loading to be seen
const ANSWER_TAKES_MS = 300;

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  const page = await stage.open();
  await signIn(stage, page);
  await new Outside(stage, page).play(answered(newPhone(), '101'));
  await page.context().close();
});
afterAll(() => stage.end());

interface Shift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

/** Signed in, with a cold cache and a server that takes its time. */
async function visitor(width: number): Promise<Page> {
  const page = await stage.open({ viewport: { width, height: 900 } });
  await signIn(stage, page);
  await page.route('**/api/**', async (route) => {
    // the live journal is one answer that never ends
    if (!route.request().url().includes('live')) await new Promise((done) => setTimeout(done, ANSWER_TAKES_MS));
    await route.continue();
  });
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    new PerformanceObserver((list) => {
      for (const one of list.getEntries() as Shift[]) if (!one.hadRecentInput) seen.shift += one.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return page;
}

const shift = (page: Page) => page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);

async function loaded(page: Page, sign: string) {
  await page.getByRole('main').getByText(sign).first().waitFor();
  await page.locator('.mantine-Loader-root:visible, .mantine-Skeleton-root:visible').first().waitFor({ state: 'detached' });
}

describe.each([
  ['/', 'работает'],
  ['/journal', 'Входящий звонок'],
  ['/connections/romashka', 'Входящие звонки'],
])('%s', (path, sign) => {
  it('takes at most 300 KiB of script for a first visit', async () => {
    const page = await stage.open();
    await signIn(stage, page);
    // another browser of the same person: nothing is in its cache
    const fresh = await stage.open({ storageState: await page.context().storageState() });
    const wire = await fresh.context().newCDPSession(fresh);
    const scripts = new Set<string>();
    let total = 0;
    wire.on('Network.responseReceived', (one) => {
      if (one.type === 'Script') scripts.add(one.requestId);
    });
    wire.on('Network.loadingFinished', (one) => {
      if (scripts.has(one.requestId)) total += one.encodedDataLength;
    });
    await wire.send('Network.enable');
    await fresh.goto(stage.base + path);
    await loaded(fresh, sign);
    expect(total).toBeGreaterThan(50 * 1024);
    expect(total).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
    await fresh.context().close();
    await page.context().close();
  });

  it.each([1440, 360])('stands still while it loads, %i pixels wide', async (width) => {
    const page = await visitor(width);
    await page.goto(stage.base + path);
    await loaded(page, sign);
    expect(await shift(page)).toBeLessThan(MOST_SHIFT);
    await page.context().close();
  });
});
