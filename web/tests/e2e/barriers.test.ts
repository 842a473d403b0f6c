import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, complaintsOf, signIn, startStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.end());

const PAGES = ['/', '/connections', '/connections/new', '/connections/romashka', '/journal', '/analytics', '/people', '/tokens', '/account', '/audit', '/privacy'];

async function settle(page: Page) {
  // the journal listens as long as it is open, so the network is never idle there
  await page.locator('main h1').waitFor();
  await page.locator('[role="status"][aria-label="Загрузка"]').first().waitFor({ state: 'detached' });
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('no page puts a serious barrier up, throws, or breaks its policy', async () => {
    const page = await stage.open({ colorScheme });
    await page.goto(stage.base);
    await page.getByLabel('Почта').waitFor();
    expect(await barriers(page), 'sign-in').toEqual([]);
    await signIn(stage, page);
    for (const path of PAGES) {
      await page.goto(stage.base + path);
      await settle(page);
      expect(await barriers(page), path).toEqual([]);
    }
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  });
});

describe('on a narrow screen', () => {
  it('nothing is wider than the screen', async () => {
    const page = await stage.open({ viewport: { width: 360, height: 740 } });
    await signIn(stage, page);
    for (const path of PAGES) {
      await page.goto(stage.base + path);
      await settle(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    }
    await page.context().close();
  });
});
