import { describe, expect, it } from 'vitest';
import { isFilled, isFit } from './fitness';
import { RESTORE_STEPS } from './values';
import { HEADING, restoreOf } from './values.fixture';
import { writeScript } from './write-script';

const DIALECTS = ['az', 'Az', 'AzureRM'] as const;
const old = restoreOf({ osType: 'Windows', managed: false, pass: 'dual', withKey: true });
const values = restoreOf({ osType: 'Windows', managed: true, pass: 'single', withKey: true });
const script = (change: object) => writeScript({ of: 'restore', step: 'journey', values: { ...values, ...change } }, 'az', 'en', HEADING);

describe('a script is refused', () => {
  it('where a value is missing', () => expect(script({ vmName: '' })).toBe('unfit'));
  it('where the URL of the secret has no version', () => {
    const secret = { ...values.keys?.secret, heldUrl: 'https://kv.vault.azure.net/secrets/name' };
    expect(script({ keys: { ...values.keys, secret } })).toBe('unfit');
  });
  it('where a name holds what nobody could read', () => expect(script({ vmName: 'a\u202Eb' })).toBe('unwritable'));
  it('for a machine whose disks cannot be seen', () => {
    expect(writeScript({ of: 'restore', step: 'machine', values: { ...values, disks: [] } }, 'az', 'en', HEADING)).toBe('disks-hidden');
  });
});

it('a port in a URL of a key is left out', () => {
  const written = script({});
  expect(written).toMatchObject({ text: expect.stringContaining('https://ignitedemokv.vault.azure.net/keys/ContosoKEK/') });
  expect(written).toMatchObject({ text: expect.not.stringContaining(':443') });
});

it('speaks the language asked for', () => {
  const wanted = { of: 'restore', step: 'disks', values } as const;
  expect(writeScript(wanted, 'Az', 'de', HEADING)).toMatchObject({ does: expect.arrayContaining(['Datenträger wiederherstellen']) });
  expect(writeScript(wanted, 'Az', 'en', HEADING)).toMatchObject({ text: expect.stringContaining('# Restore the disks\n') });
});

const inAll = (change: object) =>
  DIALECTS.flatMap((dialect) =>
    RESTORE_STEPS.map((step) => {
      const wanted = { of: 'restore', step, values: { ...old, ...change } } as const;
      return writeScript(wanted, dialect, 'en', HEADING);
    }),
  );

it('leaves nothing to fill in', () => {
  for (const written of inAll({})) {
    expect(written).toMatchObject({
      text: expect.not.stringMatching(/<[a-z][a-z -]*>|\bTODO\b|\byour[-_ ]|\bundefined\b|\[object |\bNaN\b/i),
    });
  }
});

it.each(['rg-todo-prod', 'your-app-01', 'srv-nan-1', 'undefined-vm'])('%s is a name like any other', (vmName) => {
  for (const written of inAll({ vmName })) expect(written).toMatchObject({ text: expect.stringContaining(vmName) });
});

it('tells what is fit from what is not', () => {
  expect(isFit("az vm show --name 'a'")).toBe(true);
  for (const text of ['https://kv.vault.azure.net:443/keys/k/1', 'https://kv.vault.azure.net/keys/k']) {
    expect(isFit(text)).toBe(false);
  }
  expect(isFilled({ a: ['x', ''] })).toBe(false);
});
