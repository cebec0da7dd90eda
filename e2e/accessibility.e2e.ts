import type { Page } from '@playwright/test';
import type { PartOfPage } from '../packages/review/src/capture/run-axe';
import { bladeAt } from '../apps/portal/src/map/blade-at';
import type { BladeId } from '../apps/portal/src/map/map';
import { violationsOn } from './support/accessibility';
import { BLADES, MADE, OF_A_PLAN, OF_A_RESTORE } from './support/blade-addresses';
import { goWithin } from './support/go-within';
import { Recovering } from './support/recovering';
import { expect, test } from './support/test';
import { IGNITE_VAULT, LOCALES, OPERATIONS_VAULT, WORDS, Wizard, type Language } from './support/wizard';

/**
 * Looks at pages in both languages and both themes. Neither the colors hang on the language nor the structure on the theme.
 * What stands around the newest blade is looked at once: each of the blades before it has an address of its own.
 */
class Looking {
  readonly page: Page;
  #around: 'page' | 'newest blade' = 'page';
  /** The language the page is in now. */
  language: Language = 'de';
  readonly #looked = new Set<BladeId | undefined>();

  constructor(page: Page) {
    this.page = page;
  }

  get words(): (typeof WORDS)[Language] {
    return WORDS[this.language];
  }

  /** Goes on within the portal until the page has another name: to load it again takes longer than to look at it. */
  async open(path: string): Promise<void> {
    const name = await this.page.title();
    await goWithin(this.page, path);
    await expect(this.page).not.toHaveTitle(name);
  }

  /** `unfold` opens what the change of the language closes. */
  async expectClean(what: string, unfold: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await unfold();
    this.#looked.add(bladeAt(new URL(this.page.url()).pathname)?.id);
    await this.#look(what, 'structure', 'page');
    await this.#look(what, 'colors');
    await this.#changeLanguage();
    await unfold();
    await this.#look(what, 'structure');
    await this.#light('dark');
    await this.#look(`${what}, dark`, 'colors');
    await this.#light('light');
    this.#around = 'newest blade';
  }

  /** That the walk has come to all that it is there for. */
  expectLookedAt(blades: readonly BladeId[]): void {
    expect(blades.filter((id) => !this.#looked.has(id))).toEqual([]);
  }

  /** The page hears of it with its next frame. */
  async #light(colorScheme: 'dark' | 'light'): Promise<void> {
    await this.page.emulateMedia({ colorScheme });
    await this.page.evaluate(async () => {
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    });
  }

  async #look(what: string, part: PartOfPage, of = this.#around): Promise<void> {
    await expect(this.page.getByRole('heading').first()).toBeVisible();
    await expect(this.page.locator('[aria-busy=true]')).toHaveCount(0);
    await this.#untilColorsStay();
    expect(await violationsOn(this.page, part, of), `${what}, ${this.language}, ${part}`).toEqual([]);
  }

  /** The browser looks for the others beside the blade that is open, whichever that is. */
  async expectAbsoluteLinks(what: string): Promise<void> {
    const addresses = await this.page.locator('a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(
      addresses.filter((address) => !/^(?:\/|#|[a-z]+:)/.test(address)),
      what,
    ).toEqual([]);
  }

  /** Some colors change little by little, with the theme or where a button can be pressed at last. */
  async #untilColorsStay(): Promise<void> {
    await this.page.evaluate(async () => {
      const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(passing.map(({ finished }) => finished));
    });
  }

  async #changeLanguage(): Promise<void> {
    this.language = this.language === 'de' ? 'en' : 'de';
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('button', { name: /^(DE|EN) – /, pressed: false }).click();
    await expect(this.page.locator('html')).toHaveAttribute('lang', this.language);
  }
}

test.use({ locale: LOCALES.de });

for (const [place, paths] of Object.entries(BLADES)) {
  test(`no blade of ${place} has an accessibility violation or a link that leads elsewhere from another address`, async ({
    page,
    signIn,
  }) => {
    test.slow();
    const looking = new Looking(page);
    const [first = '/', ...others] = paths;
    await signIn('Adele Vance', first);
    await looking.expectClean(first);
    await looking.expectAbsoluteLinks(first);
    for (const path of others) {
      await looking.open(path);
      await looking.expectClean(path);
      await looking.expectAbsoluteLinks(path);
    }
    looking.expectLookedAt(paths.flatMap((path) => bladeAt(path)?.id ?? []));
  });
}

for (const locale of Object.values(LOCALES)) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test('neither the sign-in page nor the server room has an accessibility violation', async ({ page, product, world: _fresh }) => {
      await page.goto('/');
      await expect(page.getByRole('button', { name: 'Adele Vance' })).toBeVisible();
      expect(await violationsOn(page)).toEqual([]);
      await page.goto(product.azure.serverRoom);
      await expect(page.getByRole('heading').first()).toBeVisible();
      expect(await violationsOn(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOn(page, 'colors')).toEqual([]);
    });
  });
}

test('neither has the ready wizard nor its result', async ({ page, world, signIn }) => {
  test.slow();
  const looking = new Looking(page);
  const wizard = new Wizard(page);
  await signIn('Adele Vance', `${IGNITE_VAULT}/backup`);
  await wizard.chooseAll('DBVM1Restore', 'NoPolicyVM1', 'RbacVM1');
  await expect(page.getByText(wizard.words.granted)).toBeVisible();
  await looking.expectClean('the ready wizard');
  await page.getByRole('button', { name: looking.words.enable, exact: true }).click();
  await expect(page.getByRole('row', { name: /DBVM1Restore/ })).toContainText(looking.words.enabling);
  await world.advanceUntil(() => expect(page.getByText(looking.words.noPoint, { exact: true })).toBeVisible({ timeout: 2_000 }));
  await looking.expectClean('the result');
  looking.expectLookedAt(MADE['the wizard']);
});

test('neither has the audit log, with what it found and with what it did not', async ({ page, signIn }) => {
  const looking = new Looking(page);
  await signIn('Megan Bowen', '/audit');
  // The first reading is on record for the second.
  await expect(page.getByText('Bis zum Ende durchsucht')).toBeVisible();
  await page.getByRole('button', { name: 'Aktualisieren' }).click();
  await looking.expectClean('the audit log', async () => {
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    const details = page.getByRole('button', { name: /^(Einzelheiten zur Unversehrtheit|Details of the integrity)$/ });
    if ((await details.getAttribute('aria-expanded')) === 'false') await details.click();
  });
  await page.goto('/audit?command=burn');
  await expect(page.getByText(/burn/)).toBeVisible();
  await looking.expectClean('the audit log of what cannot be meant');
});

// The journey stands beside each of its steps.
test('neither has a restore, step by step, nor the menu of an item', async ({ page, world, signIn }) => {
  test.slow();
  const looking = new Looking(page);
  const button = (name: RegExp) => page.getByRole('button', { name });
  await signIn('Adele Vance', `${OPERATIONS_VAULT}/items`);
  await looking.expectClean('the menu of an item', async () => {
    await button(/LostKeysVM1$/).click();
    await expect(page.getByRole('link', { name: /^(Jetzt sichern|Backup now)$/ })).toBeVisible();
  });

  await page.goto(`${OPERATIONS_VAULT}/items/OperationsRG/LostKeysVM1/restore/point`);
  await button(/^OK$/).click();
  await button(/^OK$/).click();
  await button(/^(Wiederherstellen|Restore)$/).click();
  await expect(page).toHaveURL(/\/restores\/[0-9a-f-]{36}$/);
  const { pathname: journey } = new URL(page.url());
  await expect(page.getByText(/Azure holt die Datenträger zurück|Azure is restoring the disks/)).toBeVisible();
  await looking.expectClean('the journey');
  await looking.open(journey.replace('/restores/', '/jobs/'));
  await looking.expectClean('the job');
  await world.advance(240);
  await page.goto(journey);
  await expect(page.getByRole('heading').first()).toBeVisible();
  for (const step of OF_A_RESTORE) {
    await looking.open(journey + step);
    await looking.expectClean(step);
  }
  await button(/^(Zurückholen|Bring back)$/).click();
  await expect(page.getByText(/^(Nichts steht im Weg|Nothing is in the way)/)).toBeVisible();
  await looking.expectClean('the machine');
  looking.expectLookedAt(MADE['a restore']);
});

// The plan stands beside each of its blades.
test('neither has a restore plan, before and while it runs', async ({ page, world, signIn }) => {
  test.slow();
  const looking = new Looking(page);
  const recovering = new Recovering(page, world);
  await world.reset('disaster');
  await signIn('Adele Vance', '/recovery/new');
  await recovering.plan('AppVM1');
  const { pathname: plan } = new URL(page.url());
  await looking.expectClean('the plan');
  for (const blade of OF_A_PLAN) {
    await looking.open(plan + blade);
    await looking.expectClean(blade);
  }
  await page.goto(plan);
  await recovering.start();
  await expect(page.getByText(/^(Läuft im Namen von|Runs in the name of) Adele Vance\./)).toBeVisible();
  await looking.expectClean('the board');
  looking.expectLookedAt(MADE['a plan']);
});
