import { itemPath } from '@tresor/contracts';
import { expect, it } from 'vitest';
import type { RestoreJob } from '../../azure/jobs/jobs';
import type { RecoveryMachineRecord } from '../../store/recovery-plans';
import { FRESH } from './machine-states';
import { nextOfMachine, openWave } from './next-of-machine';

const [ADA, BEN] = ['t/ada', 't/ben'];
const MINUTE = 60_000;
const at = (minutes: number) => new Date(Date.parse('2017-01-18T10:00:00.000Z') + minutes * MINUTE);

const machine = (change: Partial<RecoveryMachineRecord> = {}): RecoveryMachineRecord => ({
  item: itemPath.parse({
    subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
    resourceGroup: 'rg',
    vaultName: 'vault',
    vmGroup: 'rg',
    vmName: 'VM1',
  }),
  wave: 1,
  tags: null,
  ...FRESH,
  ...change,
});
const request = { edition: 'current' as const, recoveryPointId: '1', storageAccountId: '/account', targetGroup: 'rg' };
const attempt = { intentId: 'intent', user: ADA, at: at(0).toISOString(), pointTime: at(-60).toISOString(), request };
const refusal = (code: string, user = ADA) => ({
  code,
  azureCode: null,
  azureMessage: null,
  faults: [],
  needs: [],
  user,
  at: at(0).toISOString(),
});
const job = (status: string): RestoreJob => ({
  id: 'job',
  workload: 'VM1',
  operation: 'Restore',
  status,
  startTime: null,
  endTime: null,
  durationSeconds: null,
  requestId: 'intent',
});
type Steps = { step: 'machine' | 'encryption'; state: 'done' }[];
const plan = (state: 'running' | 'needs-person' | 'done' | 'stopped', isHeld = false, steps: Steps = []) => ({
  standing: { state },
  isHeld,
  record: { seen: { at: '', steps } },
});

const next = (one: RecoveryMachineRecord, facts: Partial<Parameters<typeof nextOfMachine>[1]> = {}, user = ADA, minutes = 1) =>
  nextOfMachine(one, { job: undefined, plan: undefined, ...facts }, user, at(minutes));

it('a machine is begun once, and asked for again only by its own request', () => {
  expect(next(machine())).toBe('begin');
  expect(next(machine({ attempt }))).toBe('begin');
  expect(next(machine({ attempt }), { job: job('InProgress') })).toBe('found');
});

it('somebody else’s request is waited for until Azure’s list shows it for certain', () => {
  expect(next(machine({ attempt }), {}, BEN, 9)).toBe('wait');
  expect(next(machine({ attempt }), { job: job('InProgress') }, BEN, 9)).toBe('found');
  expect(next(machine({ attempt }), {}, BEN, 12)).toBe('begin');
});

it('what comes after the disks is decided when they are there, and is left to people where they did not come', () => {
  const begun = machine({ attempt, jobId: 'job' });
  expect(next(begun, { job: job('InProgress') })).toBe('wait');
  expect(next(begun, { job: job('CompletedWithWarnings') })).toBe('plan');
  expect(next(begun, { job: job('Failed') })).toBe('failed');
  expect(next(begun)).toBe('wait');
});

it('what a person was refused another one may be given', () => {
  expect(next(machine({ refusal: refusal('forbidden') }))).toBe('over');
  expect(next(machine({ refusal: refusal('forbidden') }), {}, BEN)).toBe('begin');
  expect(next(machine({ refusal: refusal('blocked') }), {}, BEN)).toBe('over');
});

it('what needs a person is looked at once in the name of the next one', () => {
  const one = machine({ attempt, jobId: 'job', isPlanned: true, goneOnBy: ADA });
  expect(next(one, { plan: plan('needs-person') })).toBe('over');
  expect(next(one, { plan: plan('needs-person') }, BEN)).toBe('go-on');
  expect(next(one, { plan: plan('needs-person', true) })).toBe('go-on');
  expect(next(one, { plan: plan('stopped') }, BEN)).toBe('over');
  expect(next({ ...one, isOut: true }, { plan: plan('running') })).toBe('over');
});

it('what a pause held goes on before anything else of it, whether the pause came to stop it or not', () => {
  const held = machine({ attempt, jobId: 'job', isPlanned: true, goneOnBy: ADA, isHeld: true });
  for (const state of ['stopped', 'running', 'needs-person'] as const) expect(next(held, { plan: plan(state) })).toBe('resume');
  expect(next({ ...held, isOut: true }, { plan: plan('stopped') })).toBe('over');
});

it('a wave is open until each of its machines is up or no longer on its way', () => {
  const first = machine({ attempt, jobId: 'job', isPlanned: true, goneOnBy: ADA });
  const record = { machines: [first, machine({ wave: 2 })] };
  const wave = (look: ReturnType<typeof plan>) =>
    openWave(record, (one) => ({ job: undefined, plan: one.wave === 1 ? look : undefined }), ADA, at(1));
  const up: Steps = [
    { step: 'machine', state: 'done' },
    { step: 'encryption', state: 'done' },
  ];
  expect(wave(plan('running'))).toBe(1);
  expect(wave(plan('running', true, up))).toBe(2);
  expect(wave(plan('needs-person'))).toBe(2);
});
