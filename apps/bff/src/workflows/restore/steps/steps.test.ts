import type { KeyLink, KeyState } from '@tresor/contracts';
import { describe, expect, it } from 'vitest';
import type { MachineState } from '../../../azure/compute/machine';
import { hidden, known } from '../../../facts';
import { NO_OPEN_DISKS, type ToldDisks } from '../journey/open-disks';
import type { Protection } from '../journey/protection-state';
import type { StepFacts } from './state';
import { nextOf, stepsOf } from './steps';
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

const chain = (secret: KeyState, key: KeyState): Partial<StepFacts> => ({
  chain: { secret: link(secret), key: link(key) },
  keysThere: known(secret === 'present' && key === 'present'),
});
const outOfSight = (secret: KeyState): Partial<StepFacts> => ({ ...chain(secret, secret), keysThere: hidden('read-keys', '/key-vault') });

const machine: MachineState = {
  id: '/vm',
  osDisk: '/disk',
  provisioning: 'done',
  created: '2026-11-26T09:00:00Z',
  agentReady: true,
  failure: null,
  isOff: false,
  secondsWithoutAgent: 0,
  plainDisks: [],
  extension: null,
  extensionFailure: null,
};
const made = (change: Partial<MachineState>): Partial<StepFacts> => ({ machine: known({ ...machine, ...change }) });
const SYSTEM = { name: 'system', place: '/disks/system', isSystem: true };
const LOCKED: ToldDisks = { ...NO_OPEN_DISKS, encrypted: ['data'] };
const notMade = { machine: known(null), protection: known<Protection['state']>('none') };

const facts = (change: Partial<StepFacts> = {}): StepFacts => ({
  status: 'Completed',
  removed: false,
  encrypted: true,
  hasPoint: true,
  chain: null,
  keysThere: known(true),
  keysSettling: false,
  disks: known(1),
  missing: known(0),
  againStatus: null,
  canComeAgain: true,
  machine: known(machine),
  open: NO_OPEN_DISKS,
  signsInIsolated: false,
  protection: known('protected'),
  protectionBar: known(null),
  leftovers: known([]),
  kept: known(false),
  ...change,
});

const states = (change: Partial<StepFacts>) => stepsOf(facts(change)).map(({ state }) => state);
const stepOf = (name: string, change: Partial<StepFacts>) => stepsOf(facts(change)).find(({ step }) => step === name);
const next = (change: Partial<StepFacts> = {}) => nextOf(stepsOf(facts(change)));

const afterFailed = (open: Partial<ToldDisks>) =>
  stepOf('encryption', { ...made({ extension: 'failed' }), open: { ...NO_OPEN_DISKS, ...open } });

const reasonOf = (key: KeyState) => stepOf('keys', { ...chain('present', key), ...notMade })?.reason;

describe('the steps of a restore', () => {
  it('are all done at its end', () => {
    expect(states({})).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
  });

  it('offer nothing of a rehearsal that was removed again, whatever was left of it', () => {
    for (const status of ['Completed', 'Failed']) {
      const removed = facts({ removed: true, status, ...chain('missing', 'missing'), disks: known(0), ...notMade });
      expect(stepsOf(removed).filter(({ reason, command }) => reason !== 'rehearsal-removed' || command !== null)).toEqual([]);
      expect(nextOf(stepsOf(removed))).toEqual({ kind: 'removed' });
    }
  });

  it('after the disks wait while these are restored, except the keys', () => {
    expect(states({ status: 'InProgress', ...chain('missing', 'present'), ...notMade })).toEqual([
      'running',
      'ready',
      'blocked',
      'blocked',
      'blocked',
      'blocked',
    ]);
  });

  it('wait for good once the disks failed', () => {
    expect(states({ status: 'Failed', ...notMade })).toEqual(['failed', 'blocked', 'blocked', 'blocked', 'blocked', 'blocked']);
  });

  it('begin again where the disks were deleted before a machine was made of them', () => {
    expect(stepOf('disks', { ...notMade, disks: known(0) })).toMatchObject({ state: 'failed', reason: 'disks-gone' });
    expect(stepOf('disks', { disks: known(0) })).toMatchObject({ state: 'done' });
    const incomplete = stepsOf(facts({ ...notMade, missing: known(1) }));
    expect(incomplete[0]).toMatchObject({ state: 'failed', reason: 'disks-incomplete', command: 'restore-missing' });
    expect(triedSteps(incomplete, { failure: null, machine: null, open: NO_OPEN_DISKS, missing: ['data'] })).toMatchObject([
      { step: 'disks', disks: ['data'] },
    ]);
  });

  it('wait while what is gone is restored again, and say why it did not come', () => {
    const gone = { ...notMade, missing: known(1) };
    expect(stepOf('disks', { ...gone, againStatus: 'InProgress' })).toMatchObject({ state: 'running', reason: 'disks-running' });
    const failed = stepsOf(facts({ ...gone, againStatus: 'Failed' }));
    expect(failed[0]).toMatchObject({ state: 'failed', reason: 'disks-incomplete', command: 'restore-missing' });
    const failure = { code: '400', message: 'Not enough space.' };
    expect(triedSteps(failed, { failure, machine: null, open: NO_OPEN_DISKS, missing: ['data'] })).toMatchObject([
      { step: 'disks', ...failure },
    ]);
  });

  it('begin with all disks again where the point of the missing ones is gone, too', () => {
    expect(stepOf('disks', { ...notMade, missing: known(1), canComeAgain: false })).toMatchObject({ command: 'restore-disks' });
  });

  it('ask for the backup of the new machine until it is protected', () => {
    expect(stepOf('protection', { protection: known('none') })).toMatchObject({ state: 'ready', reason: 'not-protected' });
    expect(stepOf('protection', { protection: known('enabling') })).toMatchObject({ state: 'running' });
    expect(stepOf('protection', { protection: known('deleted') })).toMatchObject({ state: 'blocked', reason: 'backup-data-deleted' });
    expect(stepOf('protection', notMade)).toMatchObject({ reason: 'needs-earlier-step' });
  });

  it('call a machine protected only once it has a recovery point', () => {
    expect(stepOf('protection', { protection: known('unproven') })).toMatchObject({ state: 'ready', reason: 'first-backup-missing' });
    expect(stepOf('protection', { protection: known('backing-up') })).toMatchObject({ state: 'running', reason: 'first-backup-running' });
    expect(stepOf('protection', { protection: known('failing') })).toMatchObject({ state: 'failed', reason: 'latest-backup-failed' });
    expect(stepOf('protection', { protection: known('backup-failed') })).toMatchObject({ state: 'failed', reason: 'first-backup-failed' });
    expect(stepOf('protection', { protection: known('protected') })).toMatchObject({ state: 'done', reason: null });
  });

  it('do not ask for what a rule forbids', () => {
    expect(
      stepOf('protection', { protection: known('none'), protectionBar: known({ ruleId: 'bek-only', elsewhere: null }) }),
    ).toMatchObject({
      state: 'blocked',
      reason: 'protection-refused',
    });
  });

  it('call keys that are there, but of no use, no missing ones', () => {
    expect(reasonOf('disabled')).toBe('keys-unusable');
    expect(reasonOf('expired')).toBe('keys-unusable');
    expect(reasonOf('deleted')).toBe('keys-needed');
  });

  it('keep the machine locked until key and secret are verified', () => {
    expect(stepOf('machine', { ...chain('present', 'missing'), ...notMade })).toMatchObject({ state: 'blocked' });
    expect(stepOf('machine', notMade)).toMatchObject({ state: 'ready', reason: null });
  });

  it('do not lose a machine whose keys are taken away later', () => {
    expect(stepOf('machine', chain('disabled', 'present'))).toMatchObject({ state: 'done' });
  });

  it('tell a machine that starts from one that asks for its recovery key', () => {
    expect(stepOf('encryption', made({ agentReady: false, secondsWithoutAgent: 60 }))).toMatchObject({ state: 'running' });
    expect(stepOf('encryption', made({ agentReady: false, secondsWithoutAgent: 7_200 }))).toMatchObject({
      state: 'failed',
      reason: 'agent-silent',
    });
    expect(stepOf('encryption', made({ agentReady: false, isOff: true }))).toMatchObject({ reason: 'machine-stopped', command: null });
  });

  it('ask for the extension where a disk is not encrypted', () => {
    expect(stepOf('encryption', { open: LOCKED })).toMatchObject({ state: 'ready', reason: null });
  });

  it('do not ask for an application that cannot sign in from isolation, before it failed or after', () => {
    const locked = { open: LOCKED, signsInIsolated: true };
    expect(stepOf('encryption', locked)).toMatchObject({ state: 'blocked', reason: 'encryption-isolated', command: null });
    expect(next(locked)).toEqual({ kind: 'stuck', step: 'encryption' });
    const broken: MachineState = { ...machine, extension: 'failed', extensionFailure: { code: null, message: 'Unable to connect' } };
    const failed = facts({ ...locked, machine: known(broken) });
    expect(stepsOf(failed)).toContainEqual(expect.objectContaining({ state: 'failed', reason: 'encryption-isolated', command: null }));
    const tried = triedSteps(stepsOf(failed), { failure: null, machine: broken, open: LOCKED, missing: [] });
    expect(tried).toMatchObject([{ step: 'encryption', message: 'Unable to connect', disks: ['data'] }]);
    expect(stepOf('encryption', { signsInIsolated: true })).toMatchObject({ state: 'done' });
    const untold = { open: { ...NO_OPEN_DISKS, untold: ['data'] }, signsInIsolated: true };
    expect(stepOf('encryption', untold)).toMatchObject({ reason: 'disks-untold' });
  });

  it('leave a disk plain that was plain, and end', () => {
    const open = { ...NO_OPEN_DISKS, plain: ['data'] };
    expect(states({ open })).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
    expect(stepOf('encryption', { open, ...made({ extension: 'done' }) })).toMatchObject({ state: 'done' });
  });

  it.each([
    ['was plain', { ...LOCKED, plain: ['logs'] }],
    ['may have been plain', { ...LOCKED, untold: ['logs'] }],
  ])('say it where applying the extension would encrypt a disk that %s', (_, open) => {
    expect(stepOf('encryption', { open })).toMatchObject({ state: 'ready', reason: 'first-encryption', command: 'renew-encryption' });
  });

  it('keep the key data until somebody says whether a disk was encrypted, where nobody knows it', () => {
    const untold = { open: { ...NO_OPEN_DISKS, untold: ['logs'] }, leftovers: known(['info.json']) };
    expect(stepOf('encryption', untold)).toMatchObject({ state: 'ready', reason: 'disks-untold', command: 'renew-encryption' });
    expect(stepOf('after-care', untold)).toMatchObject({ state: 'blocked', reason: 'leftovers-needed' });
    expect(next({ ...untold, protection: known('none') })).toMatchObject({ command: 'protect' });
    expect(next(untold)).toMatchObject({ step: 'encryption' });
    const told = { ...untold, open: { ...NO_OPEN_DISKS, plain: ['logs'] } };
    expect(stepOf('encryption', told)).toMatchObject({ state: 'done' });
    expect(next(told)).toMatchObject({ command: 'remove-leftovers' });
  });

  it('say to a person who may not see the disks what it takes, not that Azure does not tell whether they were encrypted', () => {
    const disks = hidden('read-blobs', 'account');
    const unseen = { open: { ...NO_OPEN_DISKS, untold: ['logs'] }, disks };
    expect(stepOf('encryption', unseen)).toMatchObject({
      state: 'hidden',
      reason: 'encryption-out-of-sight',
      needs: disks.needs,
      command: 'renew-encryption',
    });
    expect(next({ ...unseen, protection: known('none') })).toMatchObject({ command: 'protect' });
    expect(next(unseen)).toMatchObject({ step: 'encryption' });
    expect(stepOf('encryption', { ...unseen, hasPoint: false })).toMatchObject({ reason: 'point-gone', command: null });
  });

  it('end where applying it has failed only once somebody says of all of which Azure does not that they were plain', () => {
    const failed = { state: 'failed', reason: 'encryption-failed', command: 'renew-encryption' };
    const said = [{ disks: ['logs'], by: { name: 'Adele', username: 'adele' }, at: '2026-11-26T10:00:00Z' }];
    expect(afterFailed({ untold: ['logs'] })).toMatchObject(failed);
    expect(afterFailed({ plain: ['logs'] })).toMatchObject(failed);
    expect(afterFailed({ untold: ['more'], plain: ['logs'], said })).toMatchObject(failed);
    expect(afterFailed({ encrypted: ['locked'], plain: ['logs'], said })).toMatchObject(failed);
    for (const plain of [['logs'], ['logs', 'attached']])
      expect(afterFailed({ plain, said })).toMatchObject({ state: 'done', reason: null });
  });

  it('do not offer once more what ran and changed nothing', () => {
    const steps = stepsOf(facts({ ...made({ extension: 'done' }), open: LOCKED }));
    expect(steps).toContainEqual({ step: 'encryption', state: 'failed', reason: 'encryption-no-effect', needs: [], command: null });
    const withoutDetails = { step: 'encryption', code: null, message: null };
    expect(triedSteps(steps, { failure: null, machine, open: LOCKED, missing: [] })).toEqual([{ ...withoutDetails, disks: ['data'] }]);
  });

  it('say in the words of Azure why one did not help', () => {
    const failure = { code: 'DiskEncryptionInternalError', message: 'The secret cannot be read.' };
    const failed = { ...machine, provisioning: 'failed' as const, failure };
    expect(
      triedSteps(stepsOf(facts({ machine: known(failed) })), { failure: null, machine: failed, open: NO_OPEN_DISKS, missing: [] }),
    ).toEqual([{ step: 'machine', disks: [], ...failure }]);
    const job = { code: '380001', message: 'No room.' };
    expect(
      triedSteps(stepsOf(facts({ status: 'Failed', machine: known(null) })), {
        failure: job,
        machine: null,
        open: NO_OPEN_DISKS,
        missing: [],
      }),
    ).toEqual([{ step: 'disks', disks: [], ...job }]);
  });

  it('need no keys and no encryption for a machine without', () => {
    expect(stepOf('keys', { encrypted: false })).toMatchObject({ state: 'done', reason: 'not-needed' });
    expect(stepOf('encryption', { encrypted: false })).toMatchObject({ state: 'done', reason: 'not-needed' });
  });

  it('without a point offer nothing that only it makes possible, and say nothing of what only it tells', () => {
    const lost = { hasPoint: false, keysThere: null };
    const unknown = { ...lost, encrypted: null };
    expect(stepOf('keys', { ...lost, ...notMade })).toMatchObject({ state: 'blocked', reason: 'point-gone' });
    expect(stepOf('keys', { ...unknown, ...notMade })).toMatchObject({ state: 'blocked', reason: 'point-gone' });
    expect(next({ ...unknown, ...notMade })).toEqual({ kind: 'stuck', step: 'keys' });
    expect(stepOf('machine', { ...lost, ...made({ provisioning: 'failed' }) })).toMatchObject({ state: 'failed', command: null });
    const plain = { ...made({ plainDisks: [SYSTEM] }), open: LOCKED };
    expect(stepOf('encryption', { ...lost, ...plain })).toMatchObject({ state: 'blocked', reason: 'point-gone', command: null });
    expect(stepOf('encryption', { ...unknown, ...plain })).toMatchObject({ state: 'blocked', reason: 'encryption-unknown' });
    expect(next({ ...unknown, ...plain })).toEqual({ kind: 'done' });
    expect(states(lost)).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
    expect(states(unknown)).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
  });

  it('do not let go of key data where nobody knows whether it is still needed', () => {
    const left = { hasPoint: false, keysThere: null, encrypted: null, leftovers: known(['info.json']) };
    expect(stepOf('after-care', { ...left, ...made({ plainDisks: [SYSTEM] }), open: LOCKED })).toMatchObject({
      reason: 'leftovers-needed',
    });
    expect(stepOf('after-care', left)).toMatchObject({ command: 'remove-leftovers' });
  });

  it('keep the blobs with key data until the machine is verified', () => {
    const leftovers = known(['info.json']);
    const locked = { state: 'blocked', reason: 'leftovers-needed' };
    expect(stepOf('after-care', { leftovers, ...notMade })).toMatchObject(locked);
    expect(stepOf('after-care', { leftovers, open: LOCKED })).toMatchObject(locked);
    expect(stepOf('after-care', { leftovers, ...made({ provisioning: 'running' }) })).toMatchObject(locked);
  });

  it('remind of blobs with key data at the end', () => {
    expect(stepOf('after-care', { leftovers: known(['info.json']) })).toMatchObject({ state: 'ready', reason: 'leftovers-there' });
  });
});

describe('what may not be seen', () => {
  const disks = hidden('read-disks', '/group');

  it('is said of no step that goes by it', () => {
    expect(states({ disks, machine: disks, protection: disks })).toEqual(['hidden', 'done', 'hidden', 'hidden', 'hidden', 'hidden']);
    expect(stepOf('machine', { disks, machine: disks })).toMatchObject({ reason: null, needs: [{ right: 'read-disks', at: ['/group'] }] });
    expect(states({ disks: hidden('read-blobs', 'account'), ...notMade })).toEqual([
      'hidden',
      'done',
      'hidden',
      'hidden',
      'hidden',
      'blocked',
    ]);
  });

  it('of the disks is neither all of them nor some, and keeps nobody from making the machine', () => {
    const missing = hidden('read-blobs', 'account');
    expect(stepOf('disks', { missing, ...notMade })).toMatchObject({ state: 'hidden', needs: missing.needs, command: null });
    expect(stepOf('machine', { missing, ...notMade })).toMatchObject({
      state: 'hidden',
      reason: 'disks-out-of-sight',
      needs: missing.needs,
      command: 'create-machine',
    });
    expect(stepOf('disks', { missing })).toMatchObject({ state: 'done' });
    expect(stepOf('disks', { missing, disks: known(0), ...notMade })).toMatchObject({ state: 'failed', reason: 'disks-gone' });
    const machine = hidden('read-machines', '/subscription');
    expect(stepOf('disks', { machine, missing: known(1) })).toMatchObject({ state: 'hidden', needs: machine.needs });
    expect(stepOf('disks', { machine })).toMatchObject({ state: 'done' });
  });

  it('of a key vault that is being set up is awaited by those who will see it', () => {
    const settling = { ...chain('vault-registering', 'vault-registering'), keysSettling: true, ...notMade };
    expect(stepOf('keys', settling)).toMatchObject({ state: 'running', reason: 'key-vault-registering', command: null });
    expect(stepOf('keys', { ...outOfSight('vault-missing'), keysSettling: true, ...notMade })).toMatchObject({
      state: 'hidden',
      reason: 'key-vault-registering',
      command: null,
    });
  });

  it('of the keys leaves open whether a machine can be made', () => {
    expect(stepOf('machine', { ...outOfSight('unreadable'), ...notMade })).toMatchObject({ state: 'hidden' });
    expect(stepOf('machine', outOfSight('unreadable'))).toMatchObject({ state: 'done' });
  });

  it('of other key vaults does not keep anybody from bringing back what is gone', () => {
    expect(stepOf('keys', { ...outOfSight('missing'), ...notMade })).toMatchObject({
      state: 'hidden',
      reason: 'keys-out-of-sight',
      command: 'restore-keys',
    });
    expect(stepOf('keys', outOfSight('missing'))).toMatchObject({ command: null });
  });
});

describe('the next command', () => {
  it('is the first that a step offers, in the order of the steps', () => {
    expect(next({ ...chain('missing', 'present'), ...notMade })).toEqual({ kind: 'command', step: 'keys', command: 'restore-keys' });
    expect(next(notMade)).toEqual({ kind: 'command', step: 'machine', command: 'create-machine' });
    expect(next({ protection: known('none'), leftovers: known(['info.json']) })).toMatchObject({ command: 'protect' });
  });

  it('waits for Azure, says what it cannot do or see, and ends', () => {
    expect(next({ status: 'InProgress', ...notMade })).toEqual({ kind: 'wait', step: 'disks' });
    expect(next({ protection: known('deleted') })).toEqual({ kind: 'stuck', step: 'protection' });
    expect(next({ leftovers: hidden('read-blobs', 'account') })).toEqual({ kind: 'hidden', step: 'after-care' });
    const disks = hidden('read-blobs', 'account');
    expect(next({ disks, ...notMade })).toEqual({ kind: 'hidden', step: 'machine' });
    expect(next({ missing: disks, ...notMade })).toEqual({ kind: 'command', step: 'machine', command: 'create-machine' });
    expect(next()).toEqual({ kind: 'done' });
  });
});
