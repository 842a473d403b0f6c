// Whoever looks elsewhere is called: by a tone, by a notification of the browser, by the window's title.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { complaintsOf, signIn, startStage, type Stage } from '../stage';
import { message, said, take, visitor, type Visitor } from '../visitors';

interface Heard { tones: number; shown: { title: string; body?: string; tag?: string }[]; asked: number; looks: boolean; click: () => void }
declare global { interface Window { heard: Heard } }

let stage: Stage;
let anna: Page;
let oleg: Visitor;
beforeAll(async () => {
  stage = await startStage();
  anna = await stage.open({ viewport: { width: 1440, height: 900 } });
  await anna.addInitScript(listen);
  await signIn(stage, anna);
  await anna.goto(`${stage.base}/workspace`);
  await anna.getByText('Очередь пуста').waitFor();
});
afterAll(() => stage.end());

/** What a person would hear and see of the browser. */
function listen() {
  const heard: Heard = { tones: 0, shown: [], asked: 0, looks: true, click: () => {} };
  window.heard = heard;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when?: number) {
    heard.tones++;
    return start.call(this, when);
  };
  document.hasFocus = () => heard.looks;
  class Shown {
    static permission: NotificationPermission = 'default';
    static requestPermission() {
      heard.asked++;
      Shown.permission = 'granted';
      return Promise.resolve(Shown.permission);
    }
    onclick?: () => void;
    constructor(title: string, { body, tag }: NotificationOptions = {}) {
      heard.shown.push({ title, body, tag });
      heard.click = () => this.onclick?.();
    }
    close() {}
  }
  Object.defineProperty(window, 'Notification', { value: Shown });
}

const told = () => anna.evaluate(() => ({ tones: window.heard.tones, shown: window.heard.shown.map((one) => `${one.title}: ${one.body}`) }));
const looks = (here: boolean) => anna.evaluate((is) => { window.heard.looks = is; }, here);

it('permission is asked by a button, and only once', async () => {
  const ask = anna.getByRole('button', { name: 'Уведомления' }).filter({ visible: true });
  expect(await anna.evaluate(() => window.heard.asked)).toBe(0);
  await ask.click();
  await ask.waitFor({ state: 'detached' });
  expect(await anna.evaluate(() => window.heard.asked)).toBe(1);
});

it('somebody new is told with a tone, a notification and the title; a click on it opens him', async () => {
  await looks(false);
  oleg = await visitor(stage, 'Олег Вербин', 'Есть вербы?');
  await expect.poll(async () => (await told()).shown.length).toBe(1);
  const { tones, shown } = await told();
  expect([tones, shown[0]]).toEqual([2, expect.stringMatching(/^В очереди: .+: Есть вербы\?$/)]);
  await expect.poll(() => anna.title()).toMatch(/^\(1\) Рабочее место/);
  await anna.evaluate(() => window.heard.click());
  await said(anna, 'Есть вербы?').waitFor();
  await looks(true);
});

it('whoever reads it right now is left in peace, and hears of another one', async () => {
  await take(anna, 'Олег Вербин');
  await message(anna).waitFor();
  const before = await told();
  await oleg.says('Сто штук');
  await said(anna, 'Сто штук').waitFor();
  expect(await told()).toEqual(before);
  // here, but in another conversation: a tone is enough
  const rita = await visitor(stage, 'Рита Мятная', 'А мята?');
  await expect.poll(async () => (await told()).tones).toBe(before.tones + 2);
  expect((await told()).shown).toEqual(before.shown);
  // away: what a client of mine writes is told by his name
  await looks(false);
  await oleg.says('Вы тут?');
  await expect.poll(async () => (await told()).shown.at(-1)).toBe('Олег Вербин: Вы тут?');
  await rita.page.context().close();
});

it('who wants no sound has none, after a reload too', async () => {
  await looks(true);
  await anna.getByRole('button', { name: 'Выключить звук' }).click();
  await anna.reload();
  await said(anna, 'Вы тут?').waitFor();
  await looks(false);
  const before = await told();
  await oleg.says('Ау!');
  await said(anna, 'Ау!').waitFor();
  expect((await told()).tones).toBe(before.tones);
  expect(complaintsOf(anna)).toEqual([]);
});
