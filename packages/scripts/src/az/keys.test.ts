import { describe, expect, it } from 'vitest';
import { restoreOf } from '../values.fixture';
import { runWithStub, SECRET, type Run } from './stub-az.fixture';
import { understood } from './understood.fixture';
import { callsOf, run, scriptOf, windows } from './written.fixture';

it('a new key vault is opened to the application of the Backup service in its cloud, or to that of its name', () => {
  const app = '00000000-0000-4000-8000-00000000b5c0';
  const [byId] = callsOf(run(restoreOf(windows, { serviceAppId: app }), 'keys'), 'ad sp show');
  expect(byId?.options.get('id')).toEqual([app]);
  const [byName] = callsOf(run(restoreOf(windows, { serviceAppId: null }), 'keys'), 'ad sp list');
  expect(byName?.options.get('filter')).toEqual(["displayName eq 'Backup Management Service'"]);
});

describe('what was deleted is recovered, which az does not wait for', () => {
  const text = scriptOf({ of: 'restore', step: 'keys', values: restoreOf(windows) });
  const deleted = (name: string, fails = '') => runWithStub(`export AZ_DELETED=${name}\n${text}`, undefined, fails);

  it('the key is not restored once more', () => {
    const done = deleted('ContosoKEK');
    expect(done).toMatchObject({ code: 0, key: undefined, secret: SECRET });
    expect(callsOf(done, 'keyvault key recover')).toHaveLength(1);
  });
  it('the secret keeps the version that holds the same value', () => {
    const done = deleted('3B98DEF4-663A-4C3E-AF53-282F11C06D99');
    expect(done).toMatchObject({ code: 0, secret: undefined, output: expect.stringMatching(/\/9876543210\n$/) });
  });
  it.each([
    ['ContosoKEK', 'keyvault key show', 'Zuerst der Schlüssel'],
    ['3B98DEF4-663A-4C3E-AF53-282F11C06D99', 'keyvault secret list-versions', 'Dann das Geheimnis'],
  ])('a recovery that does not end stops it, and nothing takes the place of %s', (name, fails, part) => {
    const done = deleted(name, fails);
    expect(done).toMatchObject({ secret: undefined, output: expect.stringContaining(`Abgebrochen bei: ${part}`) });
    expect(done.code).not.toBe(0);
    expect(callsOf(done, fails).length).toBeLessThan(100);
  });
});

/** What a run asks about the service, and changes in key vaults. */
const makingKeyVaults = ({ calls }: Run) =>
  calls.map((call) => understood(call).command).filter((command) => /^(ad|keyvault (create|set|up))/.test(command));

it('a key vault is enabled for disk encryption last, by which the next run knows whether the Backup service was let in', () => {
  const text = scriptOf({ of: 'restore', step: 'keys', values: restoreOf({ ...windows, withKey: false }) });
  const letIn = ['ad sp show', 'keyvault set-policy', 'keyvault update'];
  expect(makingKeyVaults(runWithStub(text)).slice(0, 4)).toEqual(['keyvault create', ...letIn]);
  const resumed = runWithStub(`export AZ_FAILS='ad sp show'\n(\n${text})\nAZ_FAILS=''\n(\n${text})`);
  expect(resumed.code).toBe(0);
  expect(makingKeyVaults(resumed).slice(0, 5)).toEqual(['keyvault create', 'ad sp show', ...letIn]);
  expect(makingKeyVaults(runWithStub(`export AZ_RBAC=1\n${text}`)).slice(0, 2)).toEqual(['keyvault create', 'keyvault update']);
});

it.each(['keyvault show', 'keyvault create', 'keyvault set-policy', 'keyvault update'])(
  '%s names the resource group: without it, a new key vault is looked for in a list that tells of it only later',
  (command) => {
    const text = scriptOf({ of: 'restore', step: 'keys', values: restoreOf(windows) });
    const calls = text.split('\n').filter((line) => line.includes(`az ${command} `));
    expect(calls.length).toBeGreaterThan(0);
    for (const line of calls) expect(line).toContain('--resource-group ');
  },
);

it('the secret is put back at once with the tags of disk encryption and the URL of the restored key', () => {
  const done = run();
  // Set with them, and then without the tag that az adds.
  for (const command of ['keyvault secret set', 'keyvault secret set-attributes']) {
    const [call] = callsOf(done, command);
    expect(call?.options.get('content-type')).toEqual(['Wrapped BEK']);
    expect(call?.options.get('tags')).toEqual([
      'DiskEncryptionKeyFileName=3B98DEF4-663A-4C3E-AF53-282F11C06D99.BEK',
      'MachineName=DBVM2',
      'DiskEncryptionKeyEncryptionAlgorithm=RSA-OAEP',
      'DiskEncryptionKeyEncryptionKeyURL=https://secondkv.vault.azure.net/keys/ContosoKEK/4c97c46e6c4de1ef93d46e9e9f9c107b',
    ]);
  }
});

it('keys that were put back elsewhere are told to every disk, and to a machine that carries them itself', () => {
  const single = run(restoreOf({ ...windows, pass: 'single' }));
  const patched = callsOf(single, 'rest').filter(({ options }) => options.get('method')?.[0] === 'patch');
  expect(patched).toHaveLength(2);
  expect(patched[0]?.options.get('body')?.[0]).toContain('/secrets/3B98DEF4-663A-4C3E-AF53-282F11C06D99/0123456789"');
  const dual = callsOf(run(), 'rest').at(-1)?.options.get('body')?.[0];
  expect(dual).toContain('/secrets/3B98DEF4-663A-4C3E-AF53-282F11C06D99/0123456789"');
});
