import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type Page, expect, test as base, type Locator } from '@playwright/test';
import { freePort } from '../../scripts/free-port.mjs';
import { type Product, startProduct } from '../../scripts/product.mjs';
import { isTenant } from '../cloud/places';
import { startTenant, type Tenant } from '../cloud/tenant';
import { type Session, sessionOf, signInOnPage, takeUp } from './session';
import { World } from './world';

async function type(this: Locator, value: string): Promise<void> {
  await this.press('ControlOrMeta+a');
  if (value === '') await this.press('Delete');
  else await this.pressSequentially(value);
}

/**
 * Lets every `fill` of a browser type. Over WebDriver BiDi a value is set as a script of the page would set it, and React takes that for its own
 * doing: no form would hear of it.
 */
function typeValues(page: Page): void {
  const locators: Pick<Locator, 'fill'> = Object.getPrototypeOf(page.locator('html'));
  locators.fill = type;
}

export { expect };

interface PerTest {
  /** Local Azure as the article knows it, fresh for each test, its clock standing still. */
  world: World;
  /** Opens the path as a person who is signed in: through the company's page the first time, later with what the browser kept of that. */
  signIn: (person: string, path?: string, on?: Page) => Promise<void>;
  /** Gives a command in Local Azure's server room, as somebody who sits at the machine. */
  atMachine: (machine: string, command: string) => Promise<void>;
}

async function startedHere({}, use: (product: Product) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'tresor-'));
  const review = { folder: data, approvals: join(data, 'approvals.json'), key: 'e2e'.repeat(12) };
  const product = await startProduct({
    port: await freePort(),
    azurePort: await freePort(),
    data,
    standing: true,
    control: true,
    // The clock is turned by hours, while Azure counts in seconds how often somebody asks; nobody clicks as fast as a test.
    throttle: false,
    review,
  });
  await use(product);
  await product.stop();
  rmSync(data, { recursive: true });
}

export const test = base.extend<
  PerTest & { typed: void; watched: void; toFail: RegExp | undefined },
  { apart: string; product: Product; tenant: Tenant; azure: World; sessions: Map<string, Session> }
>({
  /** Tests that name the same share their servers with no others: a server holds machines for orders of the worlds before. */
  apart: ['', { option: true, scope: 'worker' }],

  /** What is to go wrong on the pages of a test. */
  toFail: [undefined, { option: true }],

  /** The product as in a tenant, where the tests are run so. */
  tenant: [
    async ({}, use) => {
      const tenant = await startTenant();
      await use(tenant);
      await tenant.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  product: [isTenant ? async ({ tenant }, use) => use(tenant) : startedHere, { scope: 'worker', timeout: 60_000 }],

  baseURL: async ({ product }, use) => use(product.url),

  azure: [async ({ product }, use) => use(new World(product.azure.url)), { scope: 'worker' }],

  world: async ({ azure }, use) => {
    await azure.reset('contoso');
    await use(azure);
  },

  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],

  signIn: async ({ page, sessions, world: _freshWorld }, use) =>
    use(async (person, path = '/', on = page) => {
      const known = sessions.get(person);
      if (known !== undefined) return takeUp(on, known, path);
      await signInOnPage(on, person, path);
      sessions.set(person, await sessionOf(on));
    }),

  atMachine: async ({ context, product, world: _freshWorld }, use) =>
    use(async (machine, command) => {
      const room = await context.newPage();
      await room.goto(product.azure.serverRoom);
      await room.getByRole('button', { name: `${command}: ${machine}` }).click();
      await expect(room.getByRole('status')).toBeFocused();
      await room.close();
    }),

  /**
   * Whatever the test is about, and on whichever page of it: nothing is asked of anybody else, the content security policy has nothing to
   * block, and nothing goes wrong of which nobody hears.
   */
  watched: [
    async ({ browser, product, toFail }, use) => {
      const outside: string[] = [];
      const wrong: string[] = [];
      const note = (words: string) => {
        if (toFail?.test(words) !== true) wrong.push(words);
      };
      const watch = (context: BrowserContext) => {
        context.on('request', (request) => {
          const { origin, protocol } = new URL(request.url());
          if (protocol.startsWith('http') && !product.origins.includes(origin)) outside.push(request.url());
        });
        context.on('weberror', (failure) => note(failure.error().stack ?? failure.error().message));
        context.on('console', (message) => {
          // The browser says of each refusal that the page has asked in vain; the page says what it makes of that.
          if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) note(message.text());
        });
      };
      browser.on('context', watch);
      await use();
      browser.off('context', watch);
      expect(outside, 'requests to others').toEqual([]);
      expect(wrong, 'errors that the pages do not catch, and what they may not do').toEqual([]);
    },
    { auto: true },
  ],

  typed: [
    async ({ page, browserName }, use) => {
      if (browserName === 'firefox') typeValues(page);
      await use();
    },
    { auto: true },
  ],
});
