// Lays the documentation beside the product: npm run review -- --docs <folder or file>. Exit code 1 where something is wrong or not bound, 2 where there is nothing to read.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, ensureNode, fail } from './prepare.mjs';
import { freePort } from './free-port.mjs';
import { startProduct } from './product.mjs';
import { APPROVALS, REVIEW_FOLDER } from './review-place.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

/** The day the article is of, at nine o'clock UTC: a time of day at which no nightly backup runs. */
const MOMENT = '2017-01-18T09:00:00Z';
const WORLD = 'start.world';

/** The product in a world of its own, which can be begun again as often as a journey needs. */
async function openStage() {
  const data = mkdtempSync(join(tmpdir(), 'tresor-review-'));
  const [port, azurePort] = [await freePort(), await freePort()];
  // The figures of the documentation show what has taken effect, and the clock stands while a scene is played.
  const product = await startProduct({ port, azurePort, data, standing: true, control: true, unkind: 'kind', standingDate: MOMENT });
  const control = async (path, body) => {
    const answer = await fetch(`${product.azure.url}/control${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  };
  await control('/save', { file: WORLD });
  return {
    stage: {
      url: product.url,
      moment: new Date(MOMENT),
      reset: () => control('/load', { file: WORLD }),
      pass: (minutes) => control('/advance', { minutes }),
    },
    async close() {
      await product.stop();
      rmSync(data, { recursive: true });
    },
  };
}

await ensureNode();
const options = readArguments({
  docs: { type: 'string' },
  lang: { type: 'string', default: 'both', hint: 'de|en|both' },
  out: { type: 'string', default: REVIEW_FOLDER },
  journeys: { type: 'string' },
  approved: { type: 'boolean', default: false },
  light: { type: 'boolean', default: false },
  'approve-as': { type: 'string', hint: '<name>' },
  because: { type: 'string', hint: '<reason>' },
});
const languages = options.lang === 'both' ? ['de', 'en'] : [options.lang];
if (!languages.every((language) => ['de', 'en'].includes(language))) fail(`--lang ${options.lang} is unknown; there are de, en and both.`);
if (options['approve-as'] && !options.because) fail('an approval needs a reason: --because "…".');
ensureInstalled();
ensureBuilt();
moveIntoTemporaryHome();
const chromium = ensureChromium();
/** @type {typeof import('../packages/review/index')} */
const {
  approvalsText,
  approveAll,
  articles,
  asides,
  DocsError,
  documentSentence,
  isWhole,
  journeys,
  orphansOf,
  readApprovals,
  readDocuments,
  review,
  sentence,
  summaryOf,
  THEMES,
  unitKey,
  vocabulary,
} = await import(new URL('../packages/review/dist/index.js', import.meta.url).href);

/** Where there is nothing to read, nothing is played. */
function documentsOf(docs) {
  try {
    return readDocuments(docs, { articles, journeys, asides });
  } catch (error) {
    if (!(error instanceof DocsError)) throw error;
    console.error(`Tresor: ${error.message}`);
    return process.exit(2);
  }
}
const docs = options.docs && resolve(options.docs);
const documents = docs ? documentsOf(docs) : [];
if (docs && !documents.some(({ recognized }) => recognized)) {
  for (const { file } of documents) console.log(`Not bound: ${relative(process.cwd(), file)} is no article that the scenes know.`);
  console.log('No report was made.');
  process.exit(1);
}

const wanted = options.journeys?.split(',');
const unknown = wanted?.filter((id) => !journeys.some((journey) => journey.id === id)) ?? [];
if (unknown.length > 0) fail(`there is no journey ${unknown.join(', ')}; there are ${journeys.map(({ id }) => id).join(', ')}.`);

const orphans = orphansOf(readApprovals(APPROVALS), journeys);
if (orphans.length > 0)
  fail(
    `${relative(process.cwd(), APPROVALS)} judges ${orphans.join(', ')}, which no journey has any more: give the scene its name back, or take its decisions out of the file.`,
  );

/** Journeys as far as something of them was approved. */
function approvedJourneys() {
  const known = new Set(readApprovals(APPROVALS).decisions.map(({ scene }) => scene));
  return journeys.flatMap((journey) => {
    const last = journey.scenes.findLastIndex(({ id }) => known.has(id));
    return last < 0 ? [] : [{ ...journey, scenes: journey.scenes.slice(0, last + 1) }];
  });
}
const approved = options.approved ? approvedJourneys() : [];
if (options.approved && options['approve-as'] && approved.length === 0) fail('no screen was approved yet; without --approved, all are.');
// Until somebody has approved a screen, all that the article shows has at least to be there.
const played = approved.length > 0 ? approved : journeys.filter(({ id }) => wanted?.includes(id) ?? true);

const started = performance.now();
const stages = await Promise.all(languages.map(openStage));
let result;
try {
  result = await review({
    docs,
    documents,
    journeys: played,
    asides,
    vocabulary,
    stages: Object.fromEntries(languages.map((language, index) => [language, stages[index].stage])),
    themes: options.light ? THEMES.slice(0, 1) : THEMES,
    contrast: !options.light,
    out: resolve(options.out),
    approvals: APPROVALS,
    chromium,
    progress: (language, { id }, take) => {
      if (!take.ok) console.log(`  ${language} ${id} — ${take.failure.action}: ${take.failure.reason}`);
      else if (!options.light) console.log(`  ${language} ${id}`);
    },
  });
} finally {
  await Promise.all(stages.map((stage) => stage.close()));
}

const { data, missing, file } = result;
if (options['approve-as']) {
  writeFileSync(APPROVALS, approvalsText(approveAll(data, options['approve-as'], new Date().toISOString(), options.because ?? '')));
}
const { figures, steps, languages: perLanguage } = summaryOf(data);
for (const one of data.documents) console.log(`${one.by ? '' : 'Not bound: '}${documentSentence(one, 'en')}`);
for (const { unit, figure } of missing) console.log(`Not bound: ${unitKey(unit)}${figure ? `, figure ${figure.image}` : ''}`);
for (const { name, idle } of data.articles) if (idle.length > 0) console.log(`Scenes that ${name} does not name: ${idle.join(', ')}`);
for (const finding of data.findings) {
  if (finding.weight === 'wrong') console.log(`Wrong: ${finding.language} ${finding.scene}: ${sentence(finding, 'en')}`);
}
if (docs) {
  for (const file of figures.lacking) console.log(`Picture not at hand: ${file}`);
  console.log(
    `\nFigures: ${figures.present + figures.changed} of ${figures.all} have their screen, ${figures.changed} of them changed by design; ${figures.lacking.length} pictures of the article not at hand`,
  );
  console.log(`Steps and rows: ${steps.shown} of ${steps.all} shown`);
  if (steps.aside + figures.aside > 0) console.log(`Left aside on purpose: ${figures.aside} figures, ${steps.aside} steps and rows`);
}
for (const { language, labels, wrong, look, approvals } of perLanguage) {
  const { all, found, explained, missing, untranslated } = labels;
  if (docs)
    console.log(
      `${language}: ${found} of ${all} labels found, ${explained} explained, ${missing} missing, ${untranslated} without a known translation`,
    );
  console.log(
    `${language}: ${wrong} wrong, ${look} to look at; ${Object.entries(approvals)
      .map(([state, count]) => `${count} ${state}`)
      .join(', ')}`,
  );
}
const latest = join(REVIEW_FOLDER, 'index.html');
if (file !== latest && !options.light) {
  mkdirSync(REVIEW_FOLDER, { recursive: true });
  copyFileSync(file, latest);
}
console.log(`\nThe report is ${relative(process.cwd(), file) || file} (${((performance.now() - started) / 1000).toFixed(0)} s).`);
// Who approves has looked, and says why what changed is right.
if (!isWhole(data, missing) && !options['approve-as']) {
  if (data.approvals.decisions.length > 0)
    console.log(
      'When the product is right and an approval is old: open the report, look, approve and save – or run npm run review -- --approved --approve-as <name> --because <reason>.',
    );
  process.exit(1);
}
