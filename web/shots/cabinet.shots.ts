// Takes the pictures of docs/screens: every page of the cabinet in Russian, wide and narrow, some of them dark.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Outside } from '../tests/e2e/calls';
import { complaintsOf, signIn, startStage, type Stage } from '../tests/e2e/stage';
import { SCREENS } from './screens';
import { ORDERS, SCENARIOS, TO_BE_FILTERED } from './story';
import { keep } from './picture';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  const page = await stage.open();
  await signIn(stage, page);
  const outside = new Outside(stage, page);
  for (const [scenario, phone] of SCENARIOS) await outside.scenario(scenario, phone);
  await outside.play(TO_BE_FILTERED);
  for (const [, phone] of SCENARIOS) await outside.settled(phone);
  for (const [phone, status, amount] of ORDERS) {
    const [task] = await outside.tasksOf(phone);
    if (!task) throw new Error(`the call of ${phone} made no task`);
    await outside.move(task.id, { status, fields: { 210: amount } });
    await outside.deal(task.id, { revenue: amount });
  }
  await page.context().close();
});
afterAll(() => stage.end());

const LOOKS = [
  { look: 'wide', width: 1440, height: 900, scheme: 'light' },
  { look: 'narrow', width: 360, height: 740, scheme: 'light' },
  { look: 'dark', width: 1440, height: 900, scheme: 'dark' },
] as const;

describe.each(LOOKS)('$look', ({ look, width, height, scheme }) => {
  it('every page is taken', async () => {
    const page = await stage.open({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
    const screens = SCREENS.filter((one) => one.looks.includes(look));
    for (const screen of screens.filter((one) => one.outside)) await take(page, screen.name, screen.go);
    await signIn(stage, page);
    for (const screen of screens.filter((one) => !one.outside)) await take(page, screen.name, screen.go);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();

    async function take(on: Page, name: string, go: (page: Page, base: string) => Promise<void>) {
      await go(on, stage.base);
      await on.evaluate(() => document.fonts.ready);
      expect(await on.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
      keep(look === 'wide' ? name : `${name}-${look}`, await on.screenshot({ animations: 'disabled' }));
    }
  });
});
