import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BuiltProgram, kill, type Ready } from './testing/built-program';
import { connect } from './testing/connect';
import { plainCaller, type BlobCaller } from './testing/shared-key-caller';
import { record, text } from './world/json';

const program = new BuiltProgram('program-in-trouble');

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
  it.skipIf(process.platform !== 'linux')('says so when its disk is full, answers reads, and goes on once there is room', async () => {
    const first = await program.start();
    const token = await armToken(first.ready);
    // As much as a group holds.
    const tags = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`filling-${at}`, 'x'.repeat(256)]));
    const put = (name: string) =>
      fetch(`${first.ready.url}${pathOf(name)}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ location: 'westeurope', tags }),
      });
    const get = (name: string) => fetch(`${first.ready.url}${pathOf(name)}`, { headers: { authorization: `Bearer ${token}` } });
    // No file of the process may grow beyond this: to it that is a full disk.
    const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(first.child.pid), `--fsize=${bytes}:`]);
    limit(String(statSync(`${program.state}-wal`).size + 500_000));
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
    const second = await program.start();
    const answers = await Promise.all(
      [...kept, 'room-again'].map((name) =>
        fetch(`${second.ready.url}${pathOf(name)}`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status),
      ),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
  });

  it.skipIf(process.platform !== 'linux')('says so in the words of each service when its disk is full', async () => {
    const { child, ready } = await program.start('--seed', 'contoso');
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
    execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${statSync(`${program.state}-wal`).size + 100_000}:`]);
    expect(await untilRefused(setSecret)).toEqual([507, expect.stringMatching(/"code":"InsufficientStorage".*disk is full/)]);
    expect(await untilRefused(signIn)).toEqual([
      503,
      expect.stringMatching(/"error":"temporarily_unavailable".*AADSTS90033.*disk is full/),
    ]);
  });

  it.skipIf(process.platform !== 'linux')(
    'keeps every blob it acknowledged when its disk is full, and of the refused ones nothing',
    async () => {
      const first = await program.start('--seed', 'contoso');
      const sas = await stagingSignature(first.ready);
      const at = (name: string) => `/full/${name}?${sas}`;
      const put = (blobs: BlobCaller, name: string, letter: string) =>
        blobs('PUT', at(name), { headers: { 'x-ms-blob-type': 'BlockBlob' }, body: letter.repeat(60_000) });
      const blobs = plainCaller(first.ready, 'contosostaging');
      expect((await blobs('PUT', `/full?restype=container&${sas}`)).status).toBe(201);
      expect((await put(blobs, 'first', 'a')).status).toBe(201);
      execFileSync('prlimit', ['--pid', String(first.child.pid), `--fsize=${statSync(`${program.state}-wal`).size + 500_000}:`]);
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
      const second = await program.start();
      const after = plainCaller(second.ready, 'contosostaging');
      for (const name of kept) expect((await (await after('GET', at(name))).text()).length).toBe(60_000);
      expect(await (await after('GET', at('first'))).text()).toBe('a'.repeat(60_000));
      expect((await after('GET', at(`b-${kept.length - 1}`))).status).toBe(404);
      expect((await put(after, 'room-again', 'd')).status).toBe(201);
    },
  );

  it('loses nothing it acknowledged, whenever it is killed', async () => {
    const kept: string[] = [];
    let { child, ready } = await program.start();
    for (const round of [1, 2, 3]) {
      const token = await armToken(ready);
      const victim = child;
      const killAt = 20 + Math.floor(Math.random() * 200);
      const acknowledged = await writeUntilItDies(ready.url, token, round, (count) => {
        if (count === killAt) victim.kill('SIGKILL');
      });
      expect(acknowledged.length).toBeGreaterThanOrEqual(killAt);
      kept.push(...acknowledged);
      ({ child, ready } = await program.start());
      const answers = await Promise.all(
        kept.map((name) => fetch(`${ready.url}${pathOf(name)}`, { headers: { authorization: `Bearer ${token}` } })),
      );
      expect(answers.filter((answer) => answer.status !== 200)).toEqual([]);
    }
  }, 60_000);
});
