// Starts the product as people do, by `npm start` and `npm run dev`, asks each for its page and for the one to sign in on, and ends it as
// Ctrl+C does, or by telling npm alone: nothing of it is left.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { readArguments } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { freePort } from './free-port.mjs';
import { isListening } from './product.mjs';
import { readBack } from './read-back.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

/** The portal’s port, and those that the programs behind it take. */
const PORTS = 3;

/** A process is counted until its parent has taken note of its end, which a busy machine does later. */
const MOST_MS = 10_000;
const GAP_MS = 50;

/** A port with as many free ones after it. */
async function freePorts() {
  const port = await freePort();
  const ports = Array.from({ length: PORTS }, (_, at) => port + at);
  const taken = await Promise.all(ports.map(isListening));
  return taken.some(Boolean) ? freePorts() : ports;
}

/** Whether a process of the group is left. */
function isLeft(group) {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

/** @param {() => boolean | Promise<boolean>} condition */
async function comesTrue(condition) {
  for (const until = performance.now() + MOST_MS; performance.now() < until; await pause(GAP_MS)) if (await condition()) return true;
  return condition();
}

/** Where the portal at an address sends people to sign in. */
function signInAddress({ authorityMetadata, clientId, apiScope }, origin) {
  const address = new URL(readBack(authorityMetadata).authorization_endpoint);
  address.search = `${new URLSearchParams({
    client_id: clientId,
    scope: `${apiScope} openid`,
    redirect_uri: `${origin}/auth/redirect.html`,
    response_type: 'code',
    response_mode: 'fragment',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  })}`;
  return address;
}

/** @param {string} name @param {'Ctrl+C' | 'npm'} end */
async function tryCommand(name, end) {
  const ports = await freePorts();
  const [port] = ports;
  const data = join(mkdtempSync(join(tmpdir(), 'starts-')), 'my data');
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', name, '--', '--port', `${port}`, '--data', data, '--seed', 'greenfield'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a terminal makes one, which it tells that Ctrl+C was pressed.
    detached: true,
  });
  const group = child.pid ?? fail(`npm run ${name} cannot be started.`);
  const output = [];
  const ended = once(child, 'close');
  const demand = (condition, sentence) => {
    if (condition) return;
    if (isLeft(group)) process.kill(-group, 'SIGKILL');
    fail(`npm run ${name}: ${sentence}.\n${output.join('\n')}`);
  };
  const ready = new Promise((resolve) => {
    for (const input of [child.stdout, child.stderr])
      createInterface({ input }).on('line', (line) => {
        output.push(line);
        if (line.includes(`is ready at http://localhost:${port}`)) resolve(true);
      });
  });
  demand(await Promise.race([ready, ended.then(() => false)]), 'it ended before it was ready');
  const page = await fetch(`http://localhost:${port}/vaults`, { headers: { accept: 'text/html' } });
  const text = await page.text();
  const settings = /<script id="portal-settings"[^>]*>\s*(\{.*\})/.exec(text)?.[1];
  demand(page.ok && settings !== undefined, `its page answered ${page.status} without its settings`);
  const signIn = await fetch(signInAddress(readBack(settings ?? ''), `http://localhost:${port}`));
  demand(signIn.ok, `the page to sign in on answered ${signIn.status}`);
  if (end === 'npm') process.kill(group, 'SIGTERM');
  else process.kill(-group, 'SIGINT');
  await ended;
  for (const one of ports) demand(await comesTrue(async () => !(await isListening(one))), `somebody still listens on ${one}`);
  demand(await comesTrue(() => !isLeft(group)), 'a process of it is left');
  console.log(
    `npm run ${name}: its page and the one to sign in on were there, and nothing of it is left after ${((performance.now() - started) / 1000).toFixed(1)} s.`,
  );
}

await ensureNode();
readArguments();
if (process.platform === 'win32') fail('there are no process groups on Windows.');
ensureInstalled();
ensureBuilt();
moveIntoTemporaryHome();
await tryCommand('start', 'Ctrl+C');
await tryCommand('start', 'npm');
await tryCommand('dev', 'Ctrl+C');
