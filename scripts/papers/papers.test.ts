import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROBLEM_STATUS } from '@tresor/contracts';
import { describe, expect, it } from 'vitest';
import { environment } from '../../apps/bff/src/config/settings';
import { BOUNDS } from '../../apps/bff/src/http/bounds';
import { readBack } from '../read-back.mjs';

const PAPERS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'deploy/README.md', ...globSync('docs/*.md').toSorted()];
const read = (file: string) => readFileSync(file, 'utf8');
const [, incidents = ''] = read('docs/operations.md').split('## Incidents\n');
const runbooks = incidents.split(/^### /m).slice(1);

const tests = globSync('{apps,packages,e2e,scripts}/**/*.{test.ts,test.tsx,e2e.ts,cloud.ts}', {
  exclude: (name) => name === 'node_modules',
});
const TITLE = /“((?:[^“”]|“[^“”]*”)+)”/g;
const TEST = /`([\w.-]+\.(?:test\.tsx?|e2e\.ts|cloud\.ts))`((?:,? “(?:[^“”]|“[^“”]*”)+”)*)/g;

/** Each test that a page names: its file, and its title where it has one. */
const namedTests = (page: string) =>
  [...page.matchAll(TEST)].flatMap(([, file = '', titles = '']) => [
    `${file}: `,
    ...[...titles.matchAll(TITLE)].map(([, title]) => `${file}: ${title}`),
  ]);

const holds = (text: string, title: string) =>
  title === '' || [`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => text.includes(quoted));

function isThere(named: string): boolean {
  const [file = '', title = ''] = named.split(/: (.*)/s);
  return tests.filter((path) => path.endsWith(`/${file}`)).some((path) => holds(read(path), title));
}

const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-');
const anchorsIn = (file: string) => [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  return existsSync(file) && (anchor === undefined || anchorsIn(file).includes(anchor));
}

const scripts = globSync('{scripts,deploy}/**/*.{mjs,sh,json}').map(read).join('\n');

/** Whether a script, or a file of parameters, takes it from the environment. */
const scriptsRead = (name: string) => new RegExp(`(?:\\$\\{?|env\\.)${name}\\b`).test(scripts);

describe.each(PAPERS)('%s', (page) => {
  const text = read(page);

  it('names only tests that exist', () => {
    expect(namedTests(text).filter((named) => !isThere(named))).toEqual([]);
  });

  it('has links that lead somewhere', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link).filter((link) => !link.startsWith('https:'));
    expect(links.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  it('names only commands and settings there are', () => {
    const { scripts }: { scripts: object } = readBack(read('package.json'));
    const commands = [...text.matchAll(/`?npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    const settings = [...text.matchAll(/\b(TRESOR_[A-Z_]+)/g)].map(([, name = '']) => name);
    expect(settings.filter((name) => !Object.hasOwn(environment.shape, name) && !scriptsRead(name))).toEqual([]);
  });

  it('names problems with the status they have', () => {
    const named = [...text.matchAll(/`([a-z]+(?:-[a-z]+)+)` \((\d{3})/g)].map(([, code = '', status]) => [code, Number(status)]);
    expect(
      named.filter(([code, status]) => Object.entries(PROBLEM_STATUS).every(([ours, its]) => ours !== code || its !== status)),
    ).toEqual([]);
  });
});

const sources = globSync('{apps,packages,bench,e2e,scripts,deploy}/**/*.{ts,tsx,mjs}', { exclude: (name) => name === 'node_modules' });

it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', ...globSync('docs/decisions/*.md')])('%s names only sources that exist', (page) => {
  const named = [...read(page).matchAll(/`(?:\.\/)?([\w/.-]+\.(?:tsx?|mjs))`/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !sources.some((path) => `/${path}`.endsWith(`/${name}`)))).toEqual([]);
});

it('what a page names and is not there is found', () => {
  expect(isThere('bounds.test.ts: is gone')).toBe(false);
  expect(isThere('gone.test.ts: ')).toBe(false);
  expect(namedTests('`a.test.ts` “one”, “two “of” them”; `b.e2e.ts`')).toEqual([
    'a.test.ts: ',
    'a.test.ts: one',
    'a.test.ts: two “of” them',
    'b.e2e.ts: ',
  ]);
});

describe('what stands before the servers', () => {
  const nginx = read('deploy/compose/nginx.conf');

  it('is set up by one file, which Compose uses and the papers name', () => {
    expect(read('deploy/compose/compose.yaml')).toContain('./nginx.conf:/etc/nginx/conf.d/default.conf:ro');
    expect(read('docs/operations.md')).toContain('](../deploy/compose/nginx.conf)');
    expect(PAPERS.filter((page) => read(page).includes('proxy_pass'))).toEqual([]);
  });

  it('waits longer than a server does for an answer to go on, and keeps an idle connection shorter', () => {
    const waits = [
      /proxy_read_timeout (\d+)s/.exec(nginx),
      /proxy-read-timeout: '(\d+)'/.exec(read('deploy/kubernetes/example/ingress.yaml')),
    ];
    for (const found of waits) expect(Number(found?.[1]) * 1_000).toBeGreaterThan(BOUNDS.stalledTimeout);
    expect(Number(/keepalive_timeout (\d+)s/.exec(nginx)?.[1]) * 1_000).toBeLessThan(BOUNDS.keepAliveTimeout);
  });
});

describe('the incidents of docs/operations.md', () => {
  it.each(runbooks.map((runbook) => [runbook.split('\n', 1)[0] ?? '', runbook]))(
    '%s: how it is noticed, what it means, what to do, when it is over',
    (_, runbook) => {
      expect([...runbook.matchAll(/^- \*\*(\w+):\*\*/gm)].map(([, part]) => part)).toEqual(['Notice', 'Means', 'Do', 'Over']);
    },
  );

  it('quote the words that people see', () => {
    const words = read('apps/portal/src/words/problem-texts.ts');
    const quoted = runbooks.flatMap((runbook) => [...runbook.matchAll(/“([^”]+)”/g)].map(([, quote = '']) => quote));
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter((quote) => !words.includes(quote.replace(/\.$/, '')))).toEqual([]);
  });

  it('and the alarms before them quote the log as it is written', () => {
    const [, alarms = ''] = /^Worth an alarm:((?:.|\n(?!\n))*)/m.exec(read('docs/operations.md')) ?? [];
    const lines = [...alarms.matchAll(/`([a-z]+(?: [a-z]+)+)`/g)].map(([, line = '']) => line);
    const sources = ['start.ts', 'routes/open-services.ts', 'http/logging.ts'].map((file) => read(`apps/bff/src/${file}`)).join('');
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter((line) => !sources.includes(`'${line}'`))).toEqual([]);
  });
});
