import type { KeyLink, KeyState } from '@tresor/contracts';
import { describe, expect, it } from 'vitest';
import type { MachineState } from '../../azure/compute/machine';
import { stepsOf, type StepFacts } from './steps';
import { triedSteps } from './tried-steps';

const link = (state: KeyState): KeyLink => ({
  url: '',
  name: '',
  version: '',
  keyVaultId: '',
  keyVaultName: '',
  state,
  expires: null,
  newest: true,
});
const chain = (secret: KeyState, key: KeyState) => ({ secret: link(secret), key: link(key) });

const machine: MachineState = {
  id: '/vm',
  osDisk: '/disk',
  provisioning: 'done',
  created: '2026-11-26T09:00:00Z',
  agentReady: true,
  failure: null,
  isOff: false,
  secondsWithoutAgent: 0,
  allDisksEncrypted: true,
  plainDisks: [],
  extension: null,
  extensionFailure: null,
};

const facts = (change: Partial<StepFacts> = {}): StepFacts => ({
  status: 'Completed',
  encrypted: true,
  chain: chain('present', 'present'),
  machine,
  protection: 'protected',
  protectionRule: null,
  leftovers: [],
  disksVisible: true,
  ...change,
});

const states = (change: Partial<StepFacts>) => stepsOf(facts(change)).map(({ state }) => state);
const stepOf = (name: string, change: Partial<StepFacts>) => stepsOf(facts(change)).find(({ step }) => step === name);

const silent = (secondsWithoutAgent: number) => ({ machine: { ...machine, agentReady: false, secondsWithoutAgent } });

describe('the steps of a restore', () => {
  it('are all done at its end', () => {
    expect(states({})).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
  });

  it('stop before the machine where the disks may not be seen', () => {
    expect(stepOf('machine', { machine: null, disksVisible: false })).toMatchObject({ state: 'blocked', reason: 'disks-hidden' });
  });

  it('after the disks wait while these are restored, except the keys', () => {
    expect(states({ status: 'InProgress', chain: chain('missing', 'present'), machine: null })).toEqual([
      'running',
      'ready',
      'blocked',
      'blocked',
      'blocked',
      'blocked',
    ]);
  });

  it('wait for good once the disks failed', () => {
    expect(states({ status: 'Failed', machine: null })).toEqual(['failed', 'blocked', 'blocked', 'blocked', 'blocked', 'blocked']);
  });

  it('ask for the backup of the new machine until it is protected', () => {
    expect(stepOf('protection', { protection: 'none' })).toMatchObject({ state: 'ready', reason: 'not-protected' });
    expect(stepOf('protection', { protection: 'enabling' })).toMatchObject({ state: 'running' });
    expect(stepOf('protection', { protection: 'deleted' })).toMatchObject({ state: 'blocked', reason: 'backup-data-deleted' });
    expect(stepOf('protection', { protection: 'none', machine: null })).toMatchObject({ reason: 'needs-earlier-step' });
  });

  it('call a machine protected only once it has a recovery point', () => {
    expect(stepOf('protection', { protection: 'unproven' })).toMatchObject({ state: 'ready', reason: 'first-backup-missing' });
    expect(stepOf('protection', { protection: 'backing-up' })).toMatchObject({ state: 'running', reason: 'first-backup-running' });
    expect(stepOf('protection', { protection: 'backup-failed' })).toMatchObject({ state: 'failed', reason: 'first-backup-failed' });
    expect(stepOf('protection', { protection: 'protected' })).toMatchObject({ state: 'done', reason: null });
  });

  it('do not ask for what a rule forbids', () => {
    expect(stepOf('protection', { protection: 'none', protectionRule: 'bek-only' })).toMatchObject({
      state: 'blocked',
      reason: 'protection-refused',
    });
  });

  it('keep the machine locked until key and secret are verified', () => {
    expect(stepOf('machine', { chain: chain('present', 'missing'), machine: null })).toMatchObject({ state: 'blocked' });
    expect(stepOf('machine', { machine: null })).toMatchObject({ state: 'ready', reason: null });
  });

  it('say so where the keys cannot be seen', () => {
    expect(stepOf('keys', { chain: chain('unreadable', 'unreadable') })).toMatchObject({
      state: 'blocked',
      reason: 'key-vault-unreadable',
    });
  });

  it('do not lose a machine whose keys are taken away later', () => {
    expect(stepOf('machine', { chain: chain('disabled', 'present') })).toMatchObject({ state: 'done' });
  });

  it('tell a machine that starts from one that asks for its recovery key', () => {
    expect(stepOf('encryption', silent(60))).toMatchObject({ state: 'running' });
    expect(stepOf('encryption', silent(7_200))).toMatchObject({ state: 'failed', reason: 'agent-silent' });
    expect(stepOf('encryption', { machine: { ...machine, agentReady: false, isOff: true } })).toMatchObject({ reason: 'machine-stopped' });
  });

  it('ask for the extension where a disk is not encrypted', () => {
    expect(stepOf('encryption', { machine: { ...machine, allDisksEncrypted: false } })).toMatchObject({ state: 'ready' });
  });

  it('do not offer once more what ran and changed nothing', () => {
    const plain = { ...machine, allDisksEncrypted: false, plainDisks: ['data'], extension: 'done' as const };
    const steps = stepsOf(facts({ machine: plain }));
    expect(steps).toContainEqual({ step: 'encryption', state: 'failed', reason: 'encryption-no-effect' });
    const untold = { step: 'encryption', code: null, message: null };
    expect(triedSteps(steps, { failure: null, machine: plain })).toEqual([{ ...untold, disks: ['data'] }]);
  });

  it('say in the words of Azure why one did not help', () => {
    const failure = { code: 'DiskEncryptionInternalError', message: 'The secret cannot be read.' };
    const failed = { ...machine, provisioning: 'failed' as const, failure };
    expect(triedSteps(stepsOf(facts({ machine: failed })), { failure: null, machine: failed })).toEqual([
      { step: 'machine', disks: [], ...failure },
    ]);
    const job = { code: '380001', message: 'No room.' };
    expect(triedSteps(stepsOf(facts({ status: 'Failed', machine: null })), { failure: job, machine: null })).toEqual([
      { step: 'disks', disks: [], ...job },
    ]);
  });

  it('need no keys and no encryption for a machine without', () => {
    expect(stepOf('keys', { encrypted: false, chain: null })).toMatchObject({ state: 'done', reason: 'not-needed' });
    expect(stepOf('encryption', { encrypted: false, chain: null })).toMatchObject({ state: 'done', reason: 'not-needed' });
  });

  it('keep the blobs with key data until the machine is verified', () => {
    const leftovers = ['info.json'];
    const locked = { state: 'blocked', reason: 'leftovers-needed' };
    expect(stepOf('after-care', { leftovers, machine: null })).toMatchObject(locked);
    expect(stepOf('after-care', { leftovers, machine: { ...machine, allDisksEncrypted: false } })).toMatchObject(locked);
    expect(stepOf('after-care', { leftovers, machine: { ...machine, provisioning: 'running' } })).toMatchObject(locked);
  });

  it('remind of blobs with key data at the end', () => {
    expect(stepOf('after-care', { leftovers: ['info.json'] })).toMatchObject({ state: 'ready', reason: 'leftovers-there' });
  });
});
