import { restorePlan, type Restore, type RestorePlan } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { armId } from '../../../testing/places';
import { callOf } from './calls';

const PERSON = { name: 'Adele', username: 'adele' };
const NOW = '2017-01-18T10:00:00.000Z';
const COMMAND: Restore['next'] = { kind: 'command', step: 'machine', command: 'create-machine' };

const plan = (standing: RestorePlan['standing'], lacking: RestorePlan['lacking'] = []) => {
  const machine = {
    name: 'VM1',
    group: 'RG',
    size: 'Standard_DS2_v2',
    subnetId: armId('Microsoft.Network/virtualNetworks/Network/subnets', 'one'),
    publicIp: false,
  };
  const answers = { edition: 'current', machine, keys: null, policyName: null, letBackupIn: true, removeLeftovers: true };
  return restorePlan.parse({ answers, by: PERSON, at: NOW, given: [], standing, lacking });
};
const STOP = { reason: 'tried', step: 'encryption', command: null, code: null, azureCode: null, azureMessage: null } as const;
const running = plan({ state: 'running', inNameOf: PERSON, until: NOW });

it('nobody is called while Azure works or the plan goes on alone', () => {
  expect(callOf({ next: { kind: 'wait', step: 'disks' } }, null)).toBeNull();
  expect(callOf({ next: COMMAND }, running)).toBeNull();
});

it('a person is called for the step that waits, where nothing goes on alone', () => {
  expect(callOf({ next: COMMAND }, null)).toEqual({ kind: 'turn', step: 'machine' });
  expect(callOf({ next: COMMAND }, plan({ state: 'stopped', by: PERSON, at: NOW }))).toEqual({ kind: 'turn', step: 'machine' });
});

it('a plan that needs a person says at which step', () => {
  const needing = plan({ state: 'needs-person', since: NOW, stop: { ...STOP, needs: [] } });
  expect(callOf({ next: COMMAND }, needing)).toEqual({ kind: 'turn', step: 'encryption' });
});

it('a plan that waits calls only whom it cannot go on with', () => {
  expect(callOf({ next: COMMAND }, plan({ state: 'waiting', since: NOW }))).toBeNull();
  expect(callOf({ next: COMMAND }, plan({ state: 'waiting', since: NOW }, ['create-machine']))).toEqual({ kind: 'waiting' });
});

it('the end is told, with a plan and without', () => {
  expect(callOf({ next: { kind: 'done' } }, null)).toEqual({ kind: 'done' });
  expect(callOf({ next: COMMAND }, plan({ state: 'done', at: NOW }))).toEqual({ kind: 'done' });
});

it('nobody is called for what was rehearsed and removed again, whatever its plan waited for', () => {
  const needing = plan({ state: 'needs-person', since: NOW, stop: { ...STOP, needs: [] } });
  for (const of of [null, running, needing, plan({ state: 'done', at: NOW })])
    expect(callOf({ next: { kind: 'removed' } }, of)).toEqual({ kind: 'removed' });
});
