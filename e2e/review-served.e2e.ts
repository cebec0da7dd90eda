import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { approvals as approvalsOf } from '../packages/review/src/approvals/approvals';
import { pageWith } from '../packages/review/src/report/page';
import type { ReportData } from '../packages/review/src/report/data';
import { expect, test } from './support/test';

// Nobody has pressed anything on a page that was loaded again: the browser does not ask whether to leave it, and says so.
test.use({ locale: 'en-US', toFail: /Blocked attempt to show a 'beforeunload' confirmation panel/ });

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const HASH = '0'.repeat(64);

const report: ReportData = {
  made: '2017-01-18T09:00:00.000Z',
  environment: 'here',
  docs: '',
  documents: [],
  languages: ['en'],
  themes: ['light'],
  articles: [],
  findings: [],
  approvals: { version: 1, decisions: [], comments: [] },
  pictures: { [HASH]: PIXEL },
  scenes: [
    {
      id: 'goal',
      journey: 'small',
      journeyTitle: { de: 'Reise', en: 'Journey' },
      title: { de: 'Ziel', en: 'Goal' },
      person: 'Adele Vance',
      actions: [],
      changed: undefined,
      articlePicture: undefined,
      takes: {
        en: {
          width: 1,
          height: 1,
          pictures: { light: HASH },
          parts: [],
          outline: ['button "OK" @0,0,1,1'],
          structure: 'a'.repeat(16),
          state: 'new',
          hotspots: [],
          difference: undefined,
          failure: undefined,
        },
      },
    },
  ],
};

test('the latest review is opened beside the portal, and approvals reach the file of the repository', async ({ page, product }) => {
  const { folder = '', approvals = '', key = '' } = product.review ?? {};
  writeFileSync(join(folder, 'index.html'), pageWith(report, readFileSync('packages/review/dist/page/index.html', 'utf8')));
  await page.goto(`/review?key=${key}#goal/en`);
  await page.getByLabel('Your name').fill('Patti Fernandez');
  await page.getByRole('button', { name: 'Approve (Y)' }).click();
  await page.getByRole('button', { name: 'Save the approvals' }).click();
  await expect(page.getByRole('status')).toContainText('Saved in packages/review/approvals.json');
  const saved = approvalsOf.parse(JSON.parse(readFileSync(approvals, 'utf8')));
  expect(saved.decisions).toMatchObject([{ scene: 'goal', language: 'en', verdict: 'approved', who: 'Patti Fernandez' }]);
  await page.reload();
  await expect(page.getByText(/approved by Patti Fernandez/)).toBeVisible();
});

test('two who review at once lose nothing of each other, and what was not saved outlives a new report', async ({
  page,
  browser,
  product,
}) => {
  const { folder = '', approvals = '', key = '' } = product.review ?? {};
  const template = readFileSync('packages/review/dist/page/index.html', 'utf8');
  const [first] = report.scenes;
  if (!first) throw new Error('The report has no scene.');
  const both = { ...report, scenes: [first, { ...first, id: 'items', title: { de: 'Elemente', en: 'Items' } }] };
  writeFileSync(approvals, JSON.stringify(report.approvals));
  writeFileSync(join(folder, 'index.html'), pageWith(both, template));
  const approve = async (by: typeof page, scene: string, who: string) => {
    await by.goto(`/review?key=${key}#${scene}/en`);
    await by.getByLabel('Your name').fill(who);
    await by.getByRole('button', { name: 'Approve (Y)' }).click();
    await expect(by.getByText('1 not saved')).toBeVisible();
  };
  const save = async (by: typeof page) => {
    await by.getByRole('button', { name: 'Save the approvals' }).click();
    await expect(by.getByRole('status')).toContainText('Saved in packages/review/approvals.json');
  };
  const other = await browser.newPage({ locale: 'en-US', baseURL: product.url });
  await approve(page, 'goal', 'Patti Fernandez');
  await approve(other, 'items', 'Megan Bowen');
  await save(other);
  await other.close();

  writeFileSync(join(folder, 'index.html'), pageWith({ ...both, made: '2017-01-19T09:00:00.000Z' }, template));
  await page.goto(`/review?key=${key}#goal/en`);
  await page.reload();
  await expect(page.getByText('1 not saved')).toBeVisible();
  await save(page);
  const { decisions } = approvalsOf.parse(JSON.parse(readFileSync(approvals, 'utf8')));
  expect(decisions.map(({ scene, who }) => `${scene}: ${who}`)).toEqual(['goal: Patti Fernandez', 'items: Megan Bowen']);
});
