import type { VirtualMachine } from '@tresor/contracts';
import { describe, expect, test } from 'vitest';
import { armId, SUBSCRIPTION } from '../../testing/places';
import { virtualMachineOf } from '../../testing/virtual-machine';
import {
  chosenAmong,
  createJudge,
  firstLook,
  judgeFor,
  type MachineFilter,
  matches,
  promisingFirst,
  refusedAmong,
  roomIn,
  toChosen,
  judgedWith,
  unsureOnTop,
} from './selection';

const keyVaultId = armId('Microsoft.KeyVault/vaults', 'IgniteDemoKV');
const vault = {
  id: armId('Microsoft.RecoveryServices/vaults', 'IgniteVault'),
  subscriptionId: SUBSCRIPTION,
  location: 'westeurope',
  protectedItemCount: 2,
};
const IN_2017 = { edition: '2017-01', vault, diskEncryptionEnded: false } as const;

const machine = (name: string, change: Partial<VirtualMachine> = {}) =>
  virtualMachineOf(name, { encryption: { kind: 'bek-kek', pass: 'dual', keyVaultIds: [keyVaultId] }, ...change });

const db = machine('DBVM2');
const web = machine('WebVM1', { encryption: { kind: 'none', pass: null, keyVaultIds: [] } });
const bekOnly = machine('BekOnlyVM1', { encryption: { kind: 'bek', pass: 'dual', keyVaultIds: [keyVaultId] } });

describe('the list of virtual machines', () => {
  test('refuses a machine encrypted with a BEK alone under the rules of 2017 and takes it under those of today', () => {
    expect(createJudge(IN_2017)(bekOnly, undefined).verdict).toEqual({ allowed: false, ruleId: 'bek-only' });
    expect(createJudge({ ...IN_2017, edition: 'current' })(bekOnly, undefined).verdict.allowed).toBe(true);
  });

  test('refuses a machine as soon as its agent is known to be missing', () => {
    const judge = createJudge(IN_2017);
    expect(judge(db, undefined).verdict.allowed).toBe(true);
    expect(judge(db, { state: 'missing', version: null }).verdict).toEqual({ allowed: false, ruleId: 'agent-missing' });
  });

  test('shows what can be chosen first, a machine whose agent is known to be missing after it', () => {
    const judge = createJudge(IN_2017);
    const names = (agent: undefined | null | { state: 'missing'; version: null }) =>
      promisingFirst([judge(bekOnly, undefined), judge(db, agent), judge(web, undefined)]).map((row) => row.machine.name);
    expect(names(undefined)).toEqual(['DBVM2', 'WebVM1', 'BekOnlyVM1']);
    expect(names({ state: 'missing', version: null })).toEqual(['WebVM1', 'BekOnlyVM1', 'DBVM2']);
  });

  test('finds the rows of the last visit again as long as nothing is new', () => {
    const judge = createJudge(IN_2017);
    const machines = [bekOnly, db];
    const nothing = {};
    const rows = firstLook(judge, machines, nothing);
    expect(rows.map((row) => row.machine.name)).toEqual(['DBVM2', 'BekOnlyVM1']);
    expect(firstLook(judge, machines, nothing)).toBe(rows);
    const told = firstLook(judge, machines, { [db.id.toLowerCase()]: { state: 'missing', version: null } });
    expect(told.map((row) => row.machine.name)).toEqual(['BekOnlyVM1', 'DBVM2']);
  });

  test('is unsure of the machines on top until their agents are known, and never of those that cannot be chosen anyway', () => {
    const judge = createJudge(IN_2017);
    const unknown = promisingFirst([judge(bekOnly, undefined), judge(db, undefined), judge(web, undefined)]);
    expect(unsureOnTop(unknown)).toEqual([db.id, web.id]);
    const reports = { [db.id.toLowerCase()]: null, [web.id.toLowerCase()]: { state: 'ready', version: '2.7' } as const };
    expect(unsureOnTop(judgedWith(unknown, judge, reports))).toEqual([]);
  });

  test('is not unsure of machines far down the list', () => {
    const judge = createJudge(IN_2017);
    const many = Array.from({ length: 50 }, (_, index) => machine(`RackVM${index}`));
    const rows = many.map((each, index) => judge(each, index < 30 ? null : undefined));
    expect(unsureOnTop(rows)).toEqual([]);
    expect(unsureOnTop(many.map((each) => judge(each, undefined)))).toHaveLength(40);
  });

  test('changes the row of a machine whose agent has reported, and no row moves', () => {
    const judge = createJudge(IN_2017);
    const rows = [judge(db, undefined), judge(web, undefined)];
    const told = judgedWith(rows, judge, { [db.id.toLowerCase()]: { state: 'missing', version: null } });
    expect(told.map(({ machine, verdict }) => [machine.name, verdict.allowed])).toEqual([
      ['DBVM2', false],
      ['WebVM1', true],
    ]);
    expect(told[1]).toBe(rows[1]);
  });

  test('keeps the row of a machine about which nothing new is known', () => {
    const judge = createJudge(IN_2017);
    expect(judge(db, undefined)).toBe(judge(db, undefined));
  });

  test('is judged again only when something has changed that it is judged by', () => {
    const row = judgeFor(IN_2017)(db, undefined);
    expect(judgeFor({ ...IN_2017, vault: { ...vault } })(db, undefined)).toBe(row);
    expect(judgeFor({ ...IN_2017, edition: 'current' })(db, undefined)).not.toBe(row);
  });

  test('can be narrowed to machines that can be chosen, to encrypted and to selected ones', () => {
    const judge = createJudge(IN_2017);
    const rows = [db, web, bekOnly].map((each) => judge(each, undefined));
    const picked = new Set([web.id]);
    const names = (filter: MachineFilter) => rows.filter((row) => matches(row, filter, picked)).map((row) => row.machine.name);
    expect(names('all')).toEqual(['DBVM2', 'WebVM1', 'BekOnlyVM1']);
    expect(names('choosable')).toEqual(['DBVM2', 'WebVM1']);
    expect(names('encrypted')).toEqual(['DBVM2', 'BekOnlyVM1']);
    expect(names('selected')).toEqual(['WebVM1']);
  });

  test('knows how many machines the vault still takes', () => {
    expect(roomIn({ edition: '2017-01', vault })).toBe(198);
    expect(roomIn({ edition: '2017-01', vault: { ...vault, protectedItemCount: 250 } })).toBe(0);
  });

  test('finds those among the chosen ones that are refused after all', () => {
    const judge = createJudge(IN_2017);
    const rows = [judge(web, undefined), judge(db, { state: 'missing', version: null })];
    const chosen = chosenAmong(rows, new Set([db.id, web.id, 'gone']));
    expect(chosen).toHaveLength(2);
    expect(refusedAmong(chosen).map((row) => row.machine.name)).toEqual(['DBVM2']);
  });

  test('hands on what the wizard has to show, and nothing more', () => {
    expect(Object.keys(toChosen(db)).toSorted()).toEqual(['encryption', 'id', 'name', 'osType', 'resourceGroup']);
  });
});
