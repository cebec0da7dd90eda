import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { root } from './node.mjs';

const COMMANDS = {
  'start-cloud': ['main'],
  doctor: ['doctor'],
  audit: ['audit', 'verify'],
  evidence: ['evidence', 'keys'],
  store: ['store', 'version'],
};

/** Root may write everywhere; an account of a service may not. */
const ACCOUNT = process.getuid?.() === 0 ? { uid: 65_532, gid: 65_532 } : {};

let checkout: string;

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(checkout, file)), { recursive: true });
  writeFileSync(join(checkout, file), text);
};
const everything = () => readdirSync(checkout, { recursive: true, encoding: 'utf8' }).toSorted();
const setWritable = (isIt: boolean) => {
  for (const path of ['', ...everything()]) if (path !== LINK) chmodSync(join(checkout, path), isIt ? 0o755 : 0o555);
};
const NODE = '.node/1.0.0/bin/node';
const LINK = 'node_modules/.bin/node';
const run = (...args: string[]) =>
  spawnSync(join(checkout, NODE), args, { ...ACCOUNT, cwd: '/', env: { PATH: process.env['PATH'] }, encoding: 'utf8' });

/** A checkout that was built, on a Node that was fetched into it. */
beforeAll(() => {
  // Another account finds its way to it.
  chmodSync(tmpdir(), 0o711);
  checkout = mkdtempSync(join(tmpdir(), 'checkout-'));
  cpSync(join(root, 'scripts'), join(checkout, 'scripts'), { recursive: true });
  mkdirSync(dirname(join(checkout, NODE)), { recursive: true });
  copyFileSync(process.execPath, join(checkout, NODE));
  for (const [program] of Object.values(COMMANDS)) write(`apps/bff/dist/${program}.js`, `console.log('ran', '${program}')`);
  write('apps/portal/dist/index.html', '');
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', '{ "packages": {} }');
  write('node_modules/.package-lock.json', '{ "packages": {} }');
  mkdirSync(join(checkout, 'node_modules/.bin'));
  symlinkSync('elsewhere', join(checkout, LINK));
  setWritable(false);
});

afterAll(() => {
  setWritable(true);
  rmSync(checkout, { recursive: true });
});

it.runIf(process.platform !== 'win32').each(Object.entries(COMMANDS))(
  '%s runs in a checkout in which its account may write nothing, and leaves it as it is',
  (command, [program, ...args]) => {
    const before = everything();
    const { status, stdout, stderr } = run(join(checkout, `scripts/${command}.mjs`), ...args);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `ran ${program}\n`, stderr: '' });
    expect(everything()).toEqual(before);
  },
);

it.runIf(process.platform !== 'win32')('what was not built yet is said in a sentence', () => {
  setWritable(true);
  rmSync(join(checkout, 'apps/portal/dist/index.html'));
  setWritable(false);
  onTestFinished(() => {
    setWritable(true);
    write('apps/portal/dist/index.html', '');
    setWritable(false);
  });
  const { status, stderr } = run(join(checkout, 'scripts/start-cloud.mjs'));
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'Tresor: apps/portal/dist/index.html is missing: run `npm run build` first, as the account that the checkout belongs to.\n',
  });
});

it.runIf(process.platform !== 'win32')('the link to the fetched Node is put right where it is wrong, and is otherwise left alone', () => {
  const linking = `import(${JSON.stringify(join(checkout, 'scripts/node.mjs'))}).then(({ linkFetchedNode }) => linkFetchedNode())`;
  const link = () => spawnSync(join(checkout, NODE), ['-e', linking], { encoding: 'utf8' }).status;
  setWritable(true);
  expect(link()).toBe(0);
  setWritable(false);
  expect(run('-e', linking)).toMatchObject({ status: 0, stderr: '' });
  expect(everything().filter((path) => path.startsWith('node_modules/.bin/'))).toEqual([LINK]);
});
