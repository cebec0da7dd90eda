import { assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concernsEnd,
  ENCRYPTION_END_RULES,
  ENCRYPTION_END_STEPS,
  judgeEncryptionEnd,
  type EncryptedVolumes,
  type EncryptionEndFacts,
} from './encryption-end';
import type { VirtualMachineFacts } from '../facts';
import { machine, plainMachine } from '../facts.fixture';

type Change = Partial<Omit<EncryptionEndFacts, 'machine'>> & { machine?: Partial<VirtualMachineFacts> };

const facts = ({ machine: own, ...more }: Change = {}): EncryptionEndFacts => ({
  volumes: 'all',
  hostSize: true,
  points: { newest: '2017-01-18T09:00:00.000Z' },
  ...more,
  machine: { ...machine, protectedByVaultId: '/vault', ...own },
});
const plain = { encryption: plainMachine.encryption };

/** The smallest example of each rule. */
const OF_RULE = {
  'host-encrypts': facts({ machine: { ...plain, encryptionAtHost: true } }),
  'other-encryption': facts({ machine: plain }),
  'windows-decrypts': facts(),
  'linux-data-disks': facts({ volumes: 'data', machine: { osType: 'Linux' } }),
  'linux-os-disk': facts({ volumes: 'os', machine: { osType: 'Linux' } }),
  'disks-untold': facts({ volumes: null, machine: { osType: 'Linux' } }),
  'system-untold': facts({ machine: { osType: 'unknown' } }),
};
const OF_STEP = {
  'back-up-first': facts({ machine: { protectedByVaultId: null } }),
  'no-point': facts({ points: { newest: null } }),
  'backups-stopped': facts({ machine: { protectedByVaultId: null, stoppedInVaultId: '/vault' } }),
  'start-first': facts({ machine: { powerState: 'deallocated' } }),
  'managed-disks': facts({ machine: { managedDisks: false } }),
  'other-size': facts({ hostSize: false }),
  'size-untold': facts({ hostSize: null }),
};

describe('each rule', () => {
  it.each(ENCRYPTION_END_RULES)('$id decides its example, and has a source with a date', ({ id, source, class: expected }) => {
    expect(judgeEncryptionEnd(OF_RULE[id])).toEqual({ class: expected, ruleId: id, steps: [] });
    expect(source.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it.each(ENCRYPTION_END_STEPS)('$id alone is asked for by its example', ({ id }) => {
    expect(judgeEncryptionEnd(OF_STEP[id]).steps).toEqual([id]);
  });

  it('stands once', () => {
    const ids = [...ENCRYPTION_END_RULES, ...ENCRYPTION_END_STEPS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('stopped backups without a point are no backup', () => {
  const stopped = facts({ points: { newest: null }, machine: { protectedByVaultId: null, stoppedInVaultId: '/vault' } });
  expect(judgeEncryptionEnd(stopped).steps).toEqual(['no-point']);
});

it('a machine that is off need not be started to be rebuilt', () => {
  const off = facts({ volumes: 'all', machine: { osType: 'Linux', powerState: 'deallocated' } });
  expect(judgeEncryptionEnd(off)).toMatchObject({ class: 'rebuild', steps: [] });
});

it('nothing is asked for of a machine that the end does not concern, and what is not known makes nobody safe', () => {
  const any = record({
    osType: constantFrom('Windows', 'Linux', 'unknown'),
    kind: constantFrom('none', 'bek', 'bek-kek'),
    atHost: constantFrom(true, false),
    volumes: constantFrom<EncryptedVolumes>('os', 'data', 'all', null),
    hostSize: constantFrom(true, false, null),
  });
  assert(
    property(any, ({ osType, kind, atHost, volumes, hostSize }) => {
      const encryption = kind === 'none' ? plainMachine.encryption : { ...machine.encryption, kind };
      const found = judgeEncryptionEnd(facts({ volumes, hostSize, machine: { osType, encryption, encryptionAtHost: atHost } }));
      expect(concernsEnd(found.class)).toBe(kind !== 'none');
      if (!concernsEnd(found.class)) expect(found.steps).toEqual([]);
      if (osType === 'Linux' && kind !== 'none' && volumes === null) expect(found.class).toBe('untold');
    }),
  );
});
