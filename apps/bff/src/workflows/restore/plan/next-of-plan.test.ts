import {
  keysHow,
  machineDraft,
  planAnswers,
  type OpenDisks,
  type PlanAnswers,
  type RestoreCommand,
  type StepView,
} from '@tresor/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenCommand, PlanRecord } from '../../../store/restore-plans';
import { subnetId } from '../../../testing/contoso-places';
import { NO_OPEN_DISKS } from '../journey/open-disks';
import { nextOfPlan } from './next-of-plan';

const PERSON = { name: 'Adele', username: 'adele' };
const MINUTE = 60_000;
const START = Date.parse('2017-01-18T09:00:00.000Z');
const at = (minutes: number) => new Date(START + minutes * MINUTE);

const answers = (change: Partial<PlanAnswers> = {}): PlanAnswers => ({
  ...planAnswers.parse({
    edition: 'current',
    machine: machineDraft.parse({
      name: 'Again',
      group: 'IgniteRG',
      size: 'Standard_DS2_v2',
      subnetId: subnetId('vnet', 'default'),
      publicIp: false,
    }),
    keys: { way: 'recover' },
    policyName: 'DefaultPolicy',
    letBackupIn: true,
    removeLeftovers: true,
  }),
  ...change,
});

const plan = (given: GivenCommand[] = [], change: Partial<PlanAnswers> = {}): PlanRecord => ({
  answers: answers(change),
  by: PERSON,
  at: at(0).toISOString(),
  given,
  seen: null,
  standing: { state: 'waiting', since: at(0).toISOString() },
});

const given = (
  command: RestoreCommand,
  minutes: number,
  outcome: GivenCommand['outcome'],
  more: Partial<GivenCommand> = {},
): GivenCommand => ({
  command,
  intentId: 'intent',
  at: at(minutes).toISOString(),
  user: 'adele',
  inNameOf: PERSON,
  wasFailed: false,
  outcome,
  heardAt: null,
  ...more,
});

const view = (step: StepView['step'], state: StepView['state'], command: RestoreCommand | null = null): StepView => ({
  step,
  state,
  command,
  reason: null,
  needs: state === 'hidden' ? [{ right: 'read-disks', at: ['here'] }] : [],
});

const next = (
  steps: StepView[],
  record: PlanRecord,
  minutes = 1,
  pass: 'single' | 'dual' | null = 'single',
  openDisks: OpenDisks = NO_OPEN_DISKS,
) => nextOfPlan({ steps, pass, openDisks }, record, 'adele', at(minutes));

const machine = view('machine', 'ready', 'create-machine');
const refusal = (code: string) => ({ code, azureCode: null, azureMessage: null });

describe('a command on offer', () => {
  it('makes the machine of the disks in sight, and stops before what may have been done where nobody can look', () => {
    const unseen = { ...view('machine', 'hidden', 'create-machine'), reason: 'disks-out-of-sight' as const };
    expect(next([unseen], plan())).toMatchObject({ kind: 'send', command: 'create-machine' });
    const keys = { ...view('keys', 'hidden', 'restore-keys'), reason: 'keys-out-of-sight' as const };
    const how = keysHow.parse({ way: 'create', name: 'new-kv', group: 'NewRG' });
    const elsewhere = plan([], { keys: how });
    expect(next([keys], elsewhere)).toMatchObject({ kind: 'person', stop: { reason: 'hidden', step: 'keys' } });
  });

  it('recovers keys where they were, though somebody may have put them elsewhere: that is done once', () => {
    const keys = { ...view('keys', 'hidden', 'restore-keys'), reason: 'keys-out-of-sight' as const };
    expect(next([keys], plan())).toMatchObject({ kind: 'send', command: 'restore-keys' });
  });

  it('is given', () => expect(next([machine], plan())).toMatchObject({ kind: 'send', command: 'create-machine', again: null }));

  it('is asked for again under its own id where nothing was heard of it', () => {
    const before = given('create-machine', 0, null);
    expect(next([machine], plan([before]))).toMatchObject({ kind: 'send', again: before });
  });

  it('of which somebody else heard nothing is given once it would show', () => {
    const before = [given('create-machine', 0, null, { user: 'alex' })];
    expect(next([machine], plan(before), 5).kind).toBe('wait');
    expect(next([machine], plan(before), 11)).toMatchObject({ kind: 'send', again: null });
  });

  it('that Azure accepted is waited for while its lists may lag, then left to a person', () => {
    const before = plan([given('create-machine', 0, 'accepted')]);
    expect(next([machine], before, 5).kind).toBe('wait');
    expect(next([machine], before, 11)).toMatchObject({ kind: 'person', stop: { reason: 'tried', command: 'create-machine' } });
  });

  it('that waited long before Azure was told of it is waited for from then on', () => {
    const before = plan([given('back-up-now', 0, 'accepted', { heardAt: at(4).toISOString() })]);
    const missing = view('protection', 'ready', 'back-up-now');
    expect([11, 15].map((minutes) => next([missing], before, minutes).kind)).toEqual(['wait', 'person']);
  });

  it('that has failed is left to a person at once', () => {
    const failed = view('machine', 'failed', 'create-machine');
    expect(next([failed], plan([given('create-machine', 0, 'accepted')]))).toMatchObject({ kind: 'person', stop: { reason: 'tried' } });
    expect(next([failed], plan([given('create-machine', 0, 'accepted', { wasFailed: true })])).kind).toBe('wait');
  });

  it('is tried once more by a new decision', () => {
    const failed = view('machine', 'failed', 'create-machine');
    expect(next([failed], plan([given('create-machine', -5, 'accepted')])).kind).toBe('send');
    expect(next([machine], plan([given('create-machine', -5, refusal('machine-refused'))])).kind).toBe('send');
  });

  it('that was refused is left to a person with the reason', () => {
    const stop = { reason: 'refused', code: 'machine-refused' };
    expect(next([machine], plan([given('create-machine', 0, refusal('machine-refused'))]))).toMatchObject({ kind: 'person', stop });
  });

  it('that one person may not give is given by another', () => {
    const [own, other] = ['adele', 'alex'].map((user) => plan([given('create-machine', 0, refusal('forbidden'), { user })]));
    expect(own && next([machine], own).kind).toBe('person');
    expect(other && next([machine], other).kind).toBe('send');
  });

  it('that did not reach Azure is tried three times', () => {
    const lost = given('create-machine', 0, refusal('azure-unreachable'));
    expect(next([machine], plan([lost, lost])).kind).toBe('send');
    expect(next([machine], plan([lost, lost, lost]))).toMatchObject({ kind: 'person', stop: { code: 'azure-unreachable' } });
  });

  it('that Azure asked to wait with in its words is given again after that, so often in all', () => {
    const kept = [0, 3, 6].map((minutes) => given('create-machine', minutes, refusal('interface-reserved')));
    const once = plan(kept.slice(0, 1));
    expect(next([machine], once, 2).kind).toBe('wait');
    expect(next([machine], once, 3)).toMatchObject({ kind: 'send', command: 'create-machine', again: null });
    expect(next([machine], plan(kept), 9)).toMatchObject({ kind: 'person', stop: { reason: 'refused', code: 'interface-reserved' } });
  });

  it('that met Azure’s throttle is never left to a person for that', () => {
    const throttled = given('create-machine', 0, refusal('azure-throttled'));
    expect(next([machine], plan([throttled, throttled, throttled])).kind).toBe('send');
  });
});

describe('a machine whose agent says nothing yet', () => {
  const missing = view('protection', 'ready', 'back-up-now');

  it('is backed up once it does', () => {
    expect(next([view('encryption', 'running'), missing], plan())).toEqual({ kind: 'wait', step: 'encryption' });
    expect(next([view('encryption', 'done'), missing], plan())).toMatchObject({ kind: 'send', command: 'back-up-now' });
  });

  it('is left to a person once it does not start', () => {
    const stop = { reason: 'stuck', step: 'encryption', command: null };
    expect(next([view('encryption', 'failed'), missing], plan())).toMatchObject({ kind: 'person', stop });
  });
});

describe('what only a person can do', () => {
  it('is to restore the disks again', () => {
    expect(next([view('disks', 'failed', 'restore-disks')], plan())).toMatchObject({ kind: 'person', stop: { step: 'disks' } });
  });

  it('is to say how keys come back that were there at the start', () => {
    const keys = view('keys', 'ready', 'restore-keys');
    expect(next([keys], plan([], { keys: null }))).toMatchObject({ kind: 'person', stop: { reason: 'not-answered' } });
  });

  it('is to enter a client secret', () => {
    const encryption = view('encryption', 'ready', 'renew-encryption');
    expect(next([encryption], plan(), 1, 'dual')).toMatchObject({ kind: 'person', stop: { reason: 'application-needed' } });
    expect(next([encryption], plan()).kind).toBe('send');
  });

  it('is to decide what becomes of data that no application unlocks in isolation', () => {
    const isolated = { ...view('encryption', 'blocked'), reason: 'encryption-isolated' as const };
    expect(next([isolated], plan(), 1, 'dual')).toMatchObject({
      kind: 'person',
      stop: { reason: 'application-isolated', step: 'encryption', command: null },
    });
  });

  it.each([
    ['disks-untold', 'whether disks were encrypted', { ...NO_OPEN_DISKS, untold: ['data'] }],
    ['first-encryption', 'whether plain disks may be encrypted', { ...NO_OPEN_DISKS, encrypted: ['data'], plain: ['logs'] }],
  ])('is to say, by %s, %s', (reason, _, openDisks) => {
    for (const state of ['ready', 'failed'] as const)
      for (const pass of ['single', 'dual'] as const)
        expect(next([view('encryption', state, 'renew-encryption')], plan(), 1, pass, openDisks)).toMatchObject({
          kind: 'person',
          stop: { reason },
        });
  });

  it('is to see what is hidden', () => {
    expect(next([view('keys', 'hidden', 'restore-keys')], plan())).toMatchObject({ kind: 'person', stop: { reason: 'hidden' } });
  });
});

it('with a rehearsal that was removed again nothing goes on, and that is said', () => {
  const removed = [{ ...view('disks', 'blocked'), reason: 'rehearsal-removed' as const }];
  expect(next(removed, plan())).toMatchObject({ kind: 'person', stop: { reason: 'rehearsal-removed' } });
});

it('what was not wanted is left out', () => {
  const steps = [view('protection', 'ready', 'protect'), view('after-care', 'ready', 'remove-leftovers')];
  expect(next(steps, plan([], { policyName: null }))).toMatchObject({ kind: 'send', command: 'remove-leftovers' });
  expect(next(steps, plan([], { policyName: null, removeLeftovers: false })).kind).toBe('done');
});

it('whatever came before, no command that Azure accepted is given again by the same decision', () => {
  const outcomes = fc.constantFrom<GivenCommand['outcome']>('accepted', null, refusal('forbidden'), refusal('azure-timeout'));
  const commands = fc.constantFrom<RestoreCommand>('restore-keys', 'create-machine', 'protect', 'back-up-now', 'remove-leftovers');
  const history = fc.array(
    fc.record({ command: commands, minutes: fc.integer({ min: 0, max: 600 }), outcome: outcomes, user: fc.constantFrom('adele', 'alex') }),
    { maxLength: 8 },
  );
  const states = fc.constantFrom<StepView['state']>('ready', 'failed');
  fc.assert(
    fc.property(history, commands, states, fc.integer({ min: 0, max: 900 }), (before, command, state, minutes) => {
      const record = plan(before.map(({ command: one, minutes: when, outcome, user }) => given(one, when, outcome, { user })));
      const last = record.given.findLast((one) => one.command === command);
      const decision = next([view('machine', state, command)], record, minutes);
      if (last?.outcome === 'accepted') expect(decision.kind).not.toBe('send');
      if (decision.kind === 'send') expect(decision.again === null || decision.again.outcome === null).toBe(true);
    }),
  );
});
