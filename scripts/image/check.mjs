// Holds an image to what is promised of it: small, nothing in it to run but Node, and a product that works for an account without rights
// where nothing but the folder of the data can be written.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, lstatSync, mkdtempSync, readdirSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { chromium } from '@playwright/test';
import { ensureChromium } from '../chromium.mjs';
import { ensurePrograms } from '../debian.mjs';
import { root } from '../prepare.mjs';
import { freePort } from '../free-port.mjs';

const MOST_BYTES = 200e6;
const ACCOUNT = 65532;

/** What may be run: Node, and the libraries, which Debian marks so as well. */
const MAY_RUN = /^usr\/bin\/node$|^usr\/lib(?:64)?\/(?:.+\/)?[\w+-]+\.so(?:\.\d+)*$/;
const FORBIDDEN =
  /(?:^|\/)(?:ba|da|z|k|a|c|tc|fi)?sh$|(?:^|\/)(?:busybox|toybox|apt(?:-get)?|dpkg|apk|rpm|npm|npx|corepack|yarn|pip|curl|wget)$/;

function demand(condition, sentence) {
  if (!condition) throw new Error(sentence);
  console.log(`  ${sentence.replace(' must ', ' ')}`);
}

const maySee = (stat) => (stat.isDirectory() ? (stat.mode & 0o005) === 0o005 : (stat.mode & 0o004) !== 0);

/** Whether the account it starts as could not read that; its data are its own. */
const isShut = ({ name, stat }) => name !== 'data' && !stat.isSymbolicLink() && !maySee(stat);

function checkFiles(folder) {
  // The links lib and lib64 lead to folders that are listed under usr.
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !/^lib(?:64)?\//.test(name));
  const all = names.map((name) => ({ name, stat: lstatSync(join(folder, name)) }));
  const files = all.filter(({ stat }) => stat.isFile());
  const bytes = files.reduce((sum, { stat }) => sum + stat.size, 0);
  demand(bytes <= MOST_BYTES, `${files.length} files, ${(bytes / 1e6).toFixed(0)} MB; at most ${MOST_BYTES / 1e6} are allowed`);
  const runnable = files.filter(({ stat }) => (stat.mode & 0o111) !== 0).map(({ name }) => name);
  const others = [...runnable.filter((name) => !MAY_RUN.test(name)), ...names.filter((name) => FORBIDDEN.test(name))];
  demand(others.length === 0, `Nothing but Node can be run: no shell, no package manager${others.map((name) => ` (${name})`).join('')}`);
  const shut = all.filter(isShut).map(({ name }) => name);
  demand(shut.length === 0, `Every account can read it${shut.map((name) => ` (not ${name})`).join('')}`);
  const powerful = files.filter(({ stat }) => (stat.mode & 0o6000) !== 0);
  demand(powerful.length === 0, 'No file gives the rights of another account');
}

/** Runs a program of the image as an orchestrator does: its account, its root file system read-only, the data folder alone to be written. */
function enter(place, args, env = {}) {
  const child = spawn(
    place.unshare,
    ['--mount', '/bin/sh', join(root, 'scripts/image/enter-root.sh'), place.folder, place.data, `${ACCOUNT}`, ...args],
    { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output = [];
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  const line = (wanted) =>
    new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (text) => {
        output.push(text);
        if (text.includes(wanted)) resolve(text);
      });
      child.stderr.setEncoding('utf8').on('data', (text) => output.push(text));
      void ended.then((code) => reject(new Error(`ended with ${code}: ${output.join('\n')}`)));
    });
  return { child, ended, line, output };
}

async function stop({ child, ended }) {
  child.kill('SIGTERM');
  await ended;
}

/** @param {{ mount(): { folder: string, started: import('./storage.mjs').Started } }} storage */
export async function checkImage(storage) {
  const { unshare } = ensurePrograms({ unshare: 'util-linux', mount: 'mount', chroot: 'coreutils' });
  const { folder, started } = storage.mount();
  checkFiles(folder);
  demand(started.User === `${ACCOUNT}:${ACCOUNT}`, `It starts as ${started.User}`);
  demand(started.Healthcheck.Test[0] === 'CMD', 'It names a check of its health');
  const data = mkdtempSync(join(tmpdir(), 'image-data-'));
  chownSync(data, ACCOUNT, ACCOUNT);
  const place = { unshare, folder, data };
  const env = Object.fromEntries(started.Env.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  await checkRights(place);
  await checkDemo(place, started.Entrypoint, started.Healthcheck.Test.slice(1), env);
  await checkServer(place, started.Entrypoint, env);
}

const TRIES = `const { writeFileSync } = require('node:fs'), { tmpdir } = require('node:os');
const tried = ['/app/x', tmpdir() + '/x', '/etc/x', '/data/x'].map((file) => { try { writeFileSync(file, ''); return 'written'; } catch ({ code }) { return code; } });
console.log('tried ' + process.getuid() + ' ' + tried.join(' '));`;

async function checkRights(place) {
  const running = enter(place, ['/usr/bin/node', '-e', TRIES]);
  const line = await running.line('tried');
  demand(line === `tried ${ACCOUNT} EROFS EROFS EROFS written`, `It can write its data and nothing else (${line})`);
  await running.ended;
}

async function checkDemo(place, entry, health, env) {
  const port = await freePort();
  const demo = enter(place, [...entry, '--demo', '--port', `${port}`], env);
  try {
    const url = /http:\S+?(?=,)/.exec(await demo.line('Tresor is ready'))?.[0] ?? '';
    const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
    const page = await browser.newPage({ locale: 'en' });
    await page.goto(`${url}/vaults`);
    await page.getByRole('button', { name: 'Adele Vance' }).click();
    await page.locator('[aria-rowindex="2"]').waitFor();
    await browser.close();
    demand(true, 'With --demo somebody signs in and sees the vaults');
    const checked = enter(place, health, { ...env, TRESOR_PORT: `${port}` });
    demand((await checked.ended) === 0, 'The check of its health finds it alive');
  } finally {
    await stop(demo);
  }
  const checked = enter(place, health, { ...env, TRESOR_PORT: `${port}` });
  demand((await checked.ended) !== 0, 'The check of its health sees that it was stopped');
}

/** The settings of a tenant that is nowhere: the server starts, is alive, and serves its page. */
async function checkServer(place, entry, env) {
  const [port, id] = [await freePort(), '9f1c2b7e-5a34-4a8e-8d20-6f0e7c1b2a39'];
  const settings = {
    TRESOR_HOST: '127.0.0.1',
    TRESOR_PORT: `${port}`,
    TRESOR_PUBLIC_ORIGIN: 'https://tresor.contoso.example',
    TRESOR_TENANT_ID: id,
    TRESOR_PORTAL_CLIENT_ID: id,
    TRESOR_API_CLIENT_ID: id,
    TRESOR_MANAGED_IDENTITY: 'system',
    TRESOR_TRUSTED_PROXIES: '127.0.0.1',
  };
  const server = enter(place, entry, { ...env, ...settings });
  try {
    await server.line('"listening":true');
    const page = await ask(port, 'tresor.contoso.example', '/vaults');
    demand(page.includes('id="portal-settings"'), 'Without --demo it is the server of a tenant, by its settings');
  } finally {
    await stop(server);
  }
  demand((await server.ended) === 0, 'Told to end, the server ends in order');
}

const ask = async (port, host, path) => {
  const [answer] = await once(get({ host: '127.0.0.1', port, path, headers: { host, 'x-forwarded-proto': 'https' } }), 'response');
  return text(answer);
};
