import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { approvals } from '../packages/review/src/approvals/approvals';
import { parseArticle } from '../packages/review/src/article/parse-article';
import { bindArticle } from '../packages/review/src/bind/bind';
import { Takes } from '../packages/review/src/capture/takes';
import type { Theme } from '../packages/review/src/capture/shot';
import { takeShot } from '../packages/review/src/capture/take-shot';
import { dictionaryOf } from '../packages/review/src/judge/dictionary';
import type { FindingCode } from '../packages/review/src/judge/finding';
import type { Case } from '../packages/review/src/judge/judge-review';
import { Album } from '../packages/review/src/report/album';
import { makeReport } from '../packages/review/src/report/make-report';
import { summaryOf } from '../packages/review/src/report/summary';
import { pageWith } from '../packages/review/src/report/page';
import { blade, figure, step, the } from '../packages/review/src/scene/say';
import type { Journey, Scene } from '../packages/review/src/scene/scene';
import { name, t, type Language } from '../packages/review/src/words';
import { violationsOn } from './support/accessibility';

/* The real camera and the real judge before a small product of our own, sound at first and then broken on purpose. */

const PAGE = 'packages/review/dist/page/index.html';

const goal = t('Sicherungsziel', 'Backup goal');
const scene: Scene = {
  id: 'backup',
  title: t('Sicherung', 'Backup'),
  binds: [figure('backup-blade'), step(1, 'configure')],
  actions: [],
  ready: the('button', name('OK')),
  crop: [blade(t('Sicherung', 'Backup')), blade(goal)],
  describes: {
    blades: [t('Sicherung', 'Backup'), goal],
    cards: [goal, t('Richtlinie', 'Policy'), t('Elemente', 'Items')],
    columns: [t('NAME', 'NAME'), t('STANDORT', 'LOCATION')],
    buttons: [name('OK')],
  },
  places: [{ label: goal, at: [1, 1, 2, 2] }],
};
const second: Scene = { ...scene, id: 'again', title: t('Noch einmal', 'Again'), binds: [step(2, 'configure')], places: [] };
const journey: Journey = {
  id: 'small',
  title: t('Kleine Reise', 'Small journey'),
  articles: ['small'],
  seed: 'contoso',
  person: 'Adele Vance',
  scenes: [scene, second],
};

const card = (number: number, title: string) =>
  `<a href="#${number}"><span aria-hidden="true">${number}</span><span class="hidden">${number}. </span>${title}</a>`;

/** A page with two blades; `change` breaks it. */
function product(language: Language, change: (html: string) => string = (html) => html): string {
  const [backup, target, policy, items, place] =
    language === 'de'
      ? ['Sicherung', 'Sicherungsziel', 'Richtlinie', 'Elemente', 'STANDORT']
      : ['Backup', 'Backup goal', 'Policy', 'Items', 'LOCATION'];
  return change(`<!doctype html><html lang="${language}"><head><title>x</title><style>
    body { margin: 0; display: flex; font: 16px sans-serif; background: #fff; color: #222 }
    section { width: 300px; height: 400px; position: relative } h2 { background: #282d32; color: #fff; margin: 0; padding: 20px }
    a { display: block; padding: 12px; color: #004b66 } .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    .note { width: 200px; height: 40px; overflow: hidden } button { font: inherit; color: #222; background: #00bcf2 }
    @media (prefers-color-scheme: dark) { body { background: #222; color: #eee } a { color: #8fe1fa } }
    </style></head><body>
    <section aria-label="${backup}"><h2>${backup}</h2>${card(1, target)}${card(2, policy)}${card(3, items)}</section>
    <section aria-label="${target}"><h2>${target}</h2>
      <table><tr><th scope="col">NAME</th><th scope="col">${place}</th></tr><tr><td>VM1</td><td>Europa</td></tr></table>
      <div class="note">IgniteDemoKV</div><button type="button">OK</button></section></body></html>`);
}

const ARTICLE = `# <a name="small"></a>Sicherung
## <a name="configure"></a>Sicherung konfigurieren
1. Klicken Sie auf **Sicherungsziel**und dann auf **OK**.

   ![Das Blatt](media/backup-blade.png)
2. Klicken Sie auf **Richtlinie**.
`;

interface Wanted {
  change?: (html: string) => string;
  scenes?: readonly Scene[];
  languages?: readonly Language[];
  themes?: readonly Theme[];
  contrast?: boolean;
  /** Scenes that cannot be played. */
  stuck?: readonly Scene[];
}

/** Photographs and judges the product, as the review does; what breaks it breaks its German side. */
async function reviewOf(
  page: Page,
  { change, scenes = [scene, second], languages = ['de'], themes = ['light'], contrast = false, stuck = [] }: Wanted = {},
) {
  const takes = new Takes();
  for (const language of languages) {
    await page.setContent(product(language, language === 'de' ? change : undefined));
    for (const one of stuck)
      takes.set(one, language, { ok: false, failure: { action: 'click OK', reason: 'it is not there', picture: undefined } });
    for (const one of scenes.filter((one) => !stuck.includes(one)))
      takes.set(one, language, { ok: true, shot: await takeShot(page, one, language, themes, contrast) });
  }
  const played = { ...journey, scenes };
  const all: Case = {
    bound: [bindArticle(parseArticle(ARTICLE, 'de/small.md'), undefined, [played])],
    scenes,
    takes,
    languages,
    vocabulary: { avoided: { de: [], en: [] }, names: [/^(NAME|OK|VM1|Europa|IgniteDemoKV)$/] },
    dictionary: dictionaryOf([played]),
    approvals: { version: 1, decisions: [], comments: [] },
    environment: 'here',
  };
  const album = new Album(test.info().outputPath('pictures'));
  return makeReport(all, { journeys: [played], docs: 'small.md', documents: [], themes, album });
}

test('a sound product has no finding', async ({ page }) => {
  const everything: Wanted = { scenes: [scene], languages: ['de', 'en'], themes: ['light', 'dark'], contrast: true };
  expect((await reviewOf(page, everything)).findings).toEqual([]);
});

const BROKEN: [what: string, found: FindingCode[], change: (html: string) => string, seen?: Wanted][] = [
  ['a renamed label', ['label-missing', 'cards-differ'], (html) => html.replaceAll('Richtlinie', 'Vorschrift')],
  ['a missing card', ['cards-differ'], (html) => html.replace(card(3, 'Elemente'), '')],
  ['blades in another order', ['blades-differ'], (html) => html.replace('display: flex', 'display: flex; flex-direction: row-reverse')],
  ['a column too many', ['columns-differ'], (html) => html.replace('STANDORT</th>', 'STANDORT</th><th scope="col">GRÖSSE</th>')],
  ['a button that is gone', ['buttons-differ', 'label-missing'], (html) => html.replace('<button type="button">OK</button>', '')],
  ['a color below contrast', ['contrast-low'], (html) => html.replace('color: #004b66', 'color: #9ad'), { contrast: true }],
  [
    'a color below contrast in the dark theme',
    ['contrast-low'],
    (html) => html.replace('color: #8fe1fa', 'color: #555'),
    { themes: ['dark'], contrast: true },
  ],
  [
    'text that is cut off',
    ['text-clipped'],
    (html) => html.replace('>IgniteDemoKV<', ' style="white-space: nowrap">Schlüssel und Geheimnisse sind in IgniteDemoKV gespeichert<'),
  ],
  [
    'text that is shortened with dots',
    ['text-shortened'],
    (html) =>
      html.replace(
        '>IgniteDemoKV<',
        ' style="white-space: nowrap; text-overflow: ellipsis">Schlüssel und Geheimnisse liegen in IgniteDemoKV<',
      ),
  ],
  [
    'a word broken in its middle',
    ['word-broken'],
    (html) => html.replace('>IgniteDemoKV<', ' style="width: 90px; overflow-wrap: anywhere">Schlüsseltresorname<'),
  ],
  ['text printed over other text', ['text-overlaps'], (html) => html.replace('class="note"', 'style="margin-top: -24px"')],
  ['a text that was not translated', ['untranslated'], (html) => html.replaceAll('Richtlinie', 'Policy'), { languages: ['de', 'en'] }],
  ['a page that says it speaks another language', ['page-language'], (html) => html.replace('lang="de"', 'lang="en"')],
];

for (const [what, found, change, seen] of BROKEN) {
  test(`${what} is found`, async ({ page }) => {
    const { findings } = await reviewOf(page, { change, scenes: [scene], ...seen });
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(found));
  });
}

test('a scene that could not be played is told, and counts as shown nowhere', async ({ page }) => {
  const report = await reviewOf(page, { stuck: [second] });
  expect(report.findings).toMatchObject([
    { code: 'not-played', scene: 'again', details: { action: 'click OK', reason: 'it is not there' } },
  ]);
  expect(summaryOf(report)).toMatchObject({ steps: { all: 2, shown: 1 }, languages: [{ wrong: 1 }] });
});

test('two runs give the same bytes', async ({ page }) => {
  const wanted: Wanted = { scenes: [scene], themes: ['light', 'dark', 'contrast'] };
  const [first, again] = [await reviewOf(page, wanted), await reviewOf(page, wanted)];
  expect(again.scenes.map(({ takes }) => takes.de?.pictures)).toEqual(first.scenes.map(({ takes }) => takes.de?.pictures));
  expect(again.scenes.map(({ takes }) => takes.de?.outline)).toEqual(first.scenes.map(({ takes }) => takes.de?.outline));
});

async function openReport(page: Page, wanted: Wanted = {}): Promise<void> {
  const file = test.info().outputPath('index.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, pageWith(await reviewOf(page, wanted), readFileSync(PAGE, 'utf8')));
  // Without the picker of a desktop the page offers a download.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto(pathToFileURL(file).href);
}

test.describe('the report', () => {
  test.use({ locale: 'de-DE', viewport: { width: 1366, height: 768 } });

  test('shows a reviewer a seeded deviation in three clicks, with its place', async ({ page }) => {
    await openReport(page, { change: (html) => html.replace(card(3, 'Elemente'), '') });
    await expect(page.getByText('1 von 1 Abbildungen haben ihren Bildschirm')).toBeVisible();
    await page.getByRole('button', { name: 'Befunde' }).click();
    await page.getByRole('button', { name: 'Nur was falsch ist' }).click();
    await page
      .getByRole('button', { name: /Karten: erwartet 3 .* zu sehen 2/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: /^Sicherung/ }).first()).toBeVisible();
    await expect(page.getByText('Klicken Sie auf')).toBeVisible();
    await expect(page.getByRole('img', { name: 'Tresor · Deutsch' })).toBeVisible();
  });

  test('is walked with the keyboard: next, views, approve, reject with a reason, save', async ({ page }) => {
    await openReport(page);
    await page.getByRole('button', { name: 'Abbildungen' }).click();
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { name: /^Noch einmal/ })).toBeVisible();
    await page.keyboard.press('k');
    await page.keyboard.press('w');
    await expect(page.getByRole('button', { name: 'Schieber (W)' })).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('y');
    await expect(page.getByRole('status')).toHaveText('Geben Sie zuerst Ihren Namen ein.');
    await page.keyboard.type('Patti Fernandez');
    await page
      .getByRole('heading', { name: /^Sicherung/ })
      .first()
      .click();
    await page.keyboard.press('y');
    await expect(page.getByRole('heading', { name: 'Sicherung freigegeben' })).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await page.keyboard.type('Die Karte fehlt.');
    await page.getByRole('button', { name: 'Ablehnen (N)' }).click();
    await page.getByLabel('Kommentar', { exact: true }).fill('Hier.');
    await page.getByLabel('Anheften an').selectOption({ label: 'button OK' });
    await page.getByRole('button', { name: 'Anheften' }).click();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Freigaben sichern' }).click();
    const saved = approvals.parse(JSON.parse(readFileSync(await (await download).path(), 'utf8')));
    expect(saved.decisions.map(({ scene, verdict, who, reason }) => [scene, verdict, who, reason])).toEqual([
      ['again', 'rejected', 'Patti Fernandez', 'Die Karte fehlt.'],
      ['backup', 'approved', 'Patti Fernandez', 'Entspricht dem Artikel'],
    ]);
    expect(saved.decisions[0]?.images.light).toMatch(/^[0-9a-f]{64}$/);
    expect(saved.comments).toMatchObject([{ scene: 'again', text: 'Hier.', who: 'Patti Fernandez' }]);
    expect(saved.comments[0]?.region.width).toBeLessThan(0.5);
  });

  test('keeps what was decided when the window is closed before saving', async ({ page }) => {
    await openReport(page);
    await page.getByRole('button', { name: 'Abbildungen' }).click();
    await page.getByLabel('Ihr Name').fill('Lee Gu');
    await page.getByRole('button', { name: 'Freigeben (Y)' }).click();
    await page.reload();
    await expect(page.getByText('1 nicht gesichert')).toBeVisible();
  });

  test('has no accessibility violation in any view, in either language and look', async ({ page }) => {
    await openReport(page, { change: (html) => html.replaceAll('Richtlinie', 'Vorschrift'), scenes: [scene] });
    for (const [language, colorScheme, tabs] of [
      ['DE', 'light', ['Überblick', 'Abbildungen', 'Leuchttisch', 'Befunde']],
      ['EN', 'dark', ['Summary', 'Figures', 'Lightboard', 'Findings']],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.getByRole('button', { name: language, exact: true }).click();
      for (const tab of tabs) {
        await page.getByRole('navigation').first().getByRole('button', { name: tab }).click();
        expect(await violationsOn(page), tab).toEqual([]);
      }
    }
  });
});
