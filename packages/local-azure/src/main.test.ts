import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainCaller, type BlobCaller } from './testing/shared-key-caller';
import { connect } from './testing/connect';
import { readBack, record, text } from './world/json';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(root, 'test-results/program');

interface Ready {
  ready: boolean;
  url: string;
  tenantId: string;
  portalAppId: string;
  apiAppId: string;
  apiAppSecret: string;
  redirectUris: string[];
  people: { name: string; username: string; does: { de: string; en: string } }[];
}

let folder: string;
let state: string;
let running: ChildProcess[] = [];

beforeAll(async () => {
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir, sourcemap: false } });
});

afterAll(() => rmSync(outDir, { recursive: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-azure-'));
  state = join(folder, 'state.sqlite');
});

afterEach(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
  running = [];
  rmSync(folder, { recursive: true });
});

function run(...args: string[]): ChildProcess {
  const child = spawn(
    process.execPath,
    [join(outDir, 'main.js'), '--port', '0', '--data', state, '--seed', 'empty', '--no-throttle', ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  running.push(child);
  return child;
}

async function start(...args: string[]): Promise<{ child: ChildProcess; ready: Ready }> {
  const child = run(...args);
  if (!child.stdout) throw new Error('The process has no output.');
  for await (const line of createInterface(child.stdout)) {
    const ready = readBack<Ready>(line);
    return { child, ready };
  }
  throw new Error('The process ended before it was ready.');
}

async function refusal(...args: string[]): Promise<{ exitCode: unknown; words: string }> {
  const child = run(...args);
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  const [exitCode]: unknown[] = await once(child, 'close');
  return { exitCode, words };
}

function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
  const gone = once(child, 'exit');
  child.kill(signal);
  return gone;
}

/** Writes tag after tag on a resource group, eight at a time, until the connection breaks; answers what was acknowledged. */
async function writeUntilItDies(url: string, token: string, round: number, onAcknowledged: (count: number) => void): Promise<string[]> {
  const acknowledged: string[] = [];
  let next = 0;
  const writer = async () => {
    for (;;) {
      const name = `r${round}-${next++}`;
      try {
        const answer = await fetch(`${url}${pathOf(name)}`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${token}` },
          body: '{"location":"westeurope"}',
        });
        if (answer.status === 201) onAcknowledged(acknowledged.push(name));
      } catch {
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  return acknowledged;
}

const subscription = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const pathOf = (name: string) => `/subscriptions/${subscription}/resourcegroups/${name}?api-version=2024-03-01`;

async function armToken(ready: Ready): Promise<string> {
  const { credential } = await connect(ready, 'adele.vance@contoso.example');
  return (await credential.getToken('https://management.azure.com/.default')).token;
}

/** What lets a caller do everything with the blobs of the company's staging account. */
async function stagingSignature(ready: Ready): Promise<string> {
  const account = `/subscriptions/${subscription}/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging`;
  const answer = await fetch(`${ready.url}${account}/ListAccountSas?api-version=2023-05-01`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await armToken(ready)}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      signedServices: 'b',
      signedResourceTypes: 'sco',
      signedPermission: 'rwdlac',
      signedExpiry: '2099-01-01T00:00:00Z',
    }),
  });
  return text(record(await answer.json())['accountSasToken']) ?? '';
}

async function untilRefused(ask: () => Promise<Response>): Promise<unknown> {
  for (let asked = 0; asked < 200; asked += 1) {
    const answer = await ask();
    if (!answer.ok) return [answer.status, await answer.text()];
  }
  return 'never refused';
}

describe('the process', () => {
  it('says in one line that it is ready, where, and for whom', async () => {
    const { ready } = await start();
    expect(ready.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(ready.people.map((person) => person.name)).toContain('Adele Vance');
    expect(ready.apiAppSecret.length).toBeGreaterThan(30);
  });

  it('finds its world again after it was told to stop', async () => {
    const first = await start();
    expect(await kill(first.child, 'SIGTERM')).toEqual([0, null]);
    const second = await start();
    expect(second.ready.apiAppSecret).toBe(first.ready.apiAppSecret);
    await kill(second.child, 'SIGINT');
    const fresh = await start('--fresh');
    expect(fresh.ready.apiAppSecret).not.toBe(first.ready.apiAppSecret);
  });

  it('ends when the one who started it is gone', async () => {
    const { child } = await start();
    const gone = once(child, 'exit');
    child.disconnect();
    expect(await gone).toEqual([0, null]);
  });

  it('refuses a port that is in use', async () => {
    const { ready } = await start();
    const { port } = new URL(ready.url);
    state = join(folder, 'other.sqlite');
    expect(await refusal('--port', port)).toEqual({
      exitCode: 1,
      words: expect.stringMatching(new RegExp(`^Port ${port} is in use.*\\n$`)),
    });
  });

  it('refuses a state file that another process has open', async () => {
    await start();
    expect(await refusal()).toEqual({ exitCode: 1, words: expect.stringMatching(/in use by another process\.\n$/) });
  });

  it('refuses a damaged state file and leaves it as it was', async () => {
    writeFileSync(state, 'x'.repeat(5000));
    expect(await refusal()).toEqual({ exitCode: 1, words: expect.stringMatching(/^The state file .* damaged.*\n$/) });
    expect(readFileSync(state, 'utf8')).toBe('x'.repeat(5000));
  });

  it('refuses a place that cannot be written, and names it', async () => {
    writeFileSync(join(folder, 'file'), '');
    state = join(folder, 'file', 'state.sqlite');
    expect(await refusal()).toEqual({ exitCode: 1, words: expect.stringMatching(/^The state cannot be written there: .*file.*\n$/) });
    if (process.platform !== 'linux') return;
    state = '/proc/data/state.sqlite';
    expect(await refusal()).toEqual({
      exitCode: 1,
      words: expect.stringMatching(/^The state cannot be written there: .*\/proc\/data.*\n$/),
    });
    state = '/proc/state.sqlite';
    expect(await refusal()).toEqual({
      exitCode: 1,
      words: expect.stringMatching(/^The state file \/proc\/state.sqlite cannot be written/),
    });
  });

  it('refuses the state file of a newer version', async () => {
    await kill((await start()).child, 'SIGTERM');
    const database = new DatabaseSync(state);
    database.exec('PRAGMA user_version = 77');
    database.close();
    expect(await refusal()).toEqual({ exitCode: 1, words: expect.stringMatching(/newer version \(schema 77/) });
  });

  it('refuses settings it does not understand', async () => {
    expect(await refusal('--seed', 'nonsense')).toEqual({ exitCode: 1, words: expect.stringMatching(/^--seed must be one of .*\n$/) });
    expect(await refusal('--speed', 'fast')).toEqual({ exitCode: 1, words: expect.stringMatching(/^--speed must be a number.*\n$/) });
  });

  it.skipIf(process.platform !== 'linux')('says so when its disk is full, answers reads, and goes on once there is room', async () => {
    const first = await start();
    const token = await armToken(first.ready);
    const put = (name: string) =>
      fetch(`${first.ready.url}${pathOf(name)}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ location: 'westeurope', tags: { filling: 'x'.repeat(20_000) } }),
      });
    const get = (name: string) => fetch(`${first.ready.url}${pathOf(name)}`, { headers: { authorization: `Bearer ${token}` } });
    // No file of the process may grow beyond this: to it that is a full disk.
    const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(first.child.pid), `--fsize=${bytes}:`]);
    limit(String(statSync(`${state}-wal`).size + 500_000));
    const kept: string[] = [];
    let refused: Response | undefined;
    for (let number = 0; !refused && number < 200; number += 1) {
      const answer = await put(`g-${number}`);
      if (answer.status === 201) kept.push(`g-${number}`);
      else refused = answer;
    }
    expect([refused?.status, await refused?.text()]).toEqual([507, expect.stringContaining('InsufficientStorage')]);
    expect(kept.length).toBeGreaterThan(0);
    expect((await get(kept.at(-1) ?? '')).status).toBe(200);
    limit('unlimited');
    expect((await put('room-again')).status).toBe(201);
    await kill(first.child, 'SIGKILL');
    const second = await start();
    const answers = await Promise.all(
      [...kept, 'room-again'].map((name) =>
        fetch(`${second.ready.url}${pathOf(name)}`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status),
      ),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
  });

  it.skipIf(process.platform !== 'linux')('says so in the words of each service when its disk is full', async () => {
    const { child, ready } = await start('--seed', 'contoso');
    const { credential } = await connect(ready, 'adele.vance@contoso.example');
    const { token } = await credential.getToken('https://vault.azure.net/.default');
    const setSecret = () =>
      fetch(`${ready.url}/secrets/filling?api-version=7.4`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'x-forwarded-host': 'contosokv.vault.azure.net', 'x-forwarded-proto': 'https' },
        body: JSON.stringify({ value: 'x'.repeat(20_000) }),
      });
    const signIn = () =>
      fetch(`${ready.url}/organizations/oauth2/v2.0/devicecode`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46', scope: 'https://management.azure.com/.default' }),
      });
    expect([(await setSecret()).status, (await signIn()).status]).toEqual([200, 200]);
    execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${statSync(`${state}-wal`).size + 100_000}:`]);
    expect(await untilRefused(setSecret)).toEqual([507, expect.stringMatching(/"code":"InsufficientStorage".*disk is full/)]);
    expect(await untilRefused(signIn)).toEqual([
      503,
      expect.stringMatching(/"error":"temporarily_unavailable".*AADSTS90033.*disk is full/),
    ]);
  });

  it.skipIf(process.platform !== 'linux')(
    'keeps every blob it acknowledged when its disk is full, and of the refused ones nothing',
    async () => {
      const first = await start('--seed', 'contoso');
      const sas = await stagingSignature(first.ready);
      const at = (name: string) => `/full/${name}?${sas}`;
      const put = (blobs: BlobCaller, name: string, letter: string) =>
        blobs('PUT', at(name), { headers: { 'x-ms-blob-type': 'BlockBlob' }, body: letter.repeat(60_000) });
      const blobs = plainCaller(first.ready, 'contosostaging');
      expect((await blobs('PUT', `/full?restype=container&${sas}`)).status).toBe(201);
      expect((await put(blobs, 'first', 'a')).status).toBe(201);
      execFileSync('prlimit', ['--pid', String(first.child.pid), `--fsize=${statSync(`${state}-wal`).size + 500_000}:`]);
      const kept = ['first'];
      let refused = await put(blobs, 'b-0', 'b');
      for (let number = 1; refused.status === 201 && number < 100; number += 1) {
        kept.push(`b-${number - 1}`);
        refused = await put(blobs, `b-${number}`, 'b');
      }
      expect([refused.status, refused.headers.get('x-ms-error-code'), await refused.text()]).toEqual([
        507,
        'InsufficientStorage',
        expect.stringContaining('its disk is full or failing'),
      ]);
      expect((await put(blobs, 'first', 'c')).status).toBe(507);
      expect(await (await blobs('GET', at('first'))).text()).toBe('a'.repeat(60_000));
      await kill(first.child, 'SIGKILL');
      const second = await start();
      const after = plainCaller(second.ready, 'contosostaging');
      for (const name of kept) expect((await (await after('GET', at(name))).text()).length).toBe(60_000);
      expect(await (await after('GET', at('first'))).text()).toBe('a'.repeat(60_000));
      expect((await after('GET', at(`b-${kept.length - 1}`))).status).toBe(404);
      expect((await put(after, 'room-again', 'd')).status).toBe(201);
    },
  );

  it('loses nothing it acknowledged, whenever it is killed', async () => {
    const kept: string[] = [];
    let { child, ready } = await start();
    for (const round of [1, 2, 3]) {
      const token = await armToken(ready);
      const victim = child;
      const killAt = 20 + Math.floor(Math.random() * 200);
      const acknowledged = await writeUntilItDies(ready.url, token, round, (count) => {
        if (count === killAt) victim.kill('SIGKILL');
      });
      expect(acknowledged.length).toBeGreaterThanOrEqual(killAt);
      kept.push(...acknowledged);
      ({ child, ready } = await start());
      const answers = await Promise.all(
        kept.map((name) => fetch(`${ready.url}${pathOf(name)}`, { headers: { authorization: `Bearer ${token}` } })),
      );
      expect(answers.filter((answer) => answer.status !== 200)).toEqual([]);
    }
  }, 60_000);
});
