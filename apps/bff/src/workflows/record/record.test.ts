import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commandName,
  commandOutcome,
  contract,
  job,
  keyVaultView,
  machineOptions,
  problem,
  recordedCommand,
  restoreRecord,
  vmId,
} from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Problem } from '../../problem';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { memoryStores } from '../../testing/memory/stores';
import { restoreDisks, restorePath } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';
import type { TestServer } from '../../testing/start-test-server';

let contoso: Contoso;
const ask = asker(() => contoso);
const MINUTE = 60_000;
const ITEM = `${OPERATIONS}/items/OperationsRG/AppVM1`;

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const record = (path: string, person = 'adele') => ask.get(restoreRecord, `${path}/record`, { person });
const commands = (person = 'adele') => ask.get(z.array(recordedCommand), `${OPERATIONS}/commands`, { person });

/** Who may only look; answers with what that is refused. */
const backUpAsMegan = (vmName: string, intentId: string) =>
  ask.refusal('PUT', `${OPERATIONS}/items/OperationsRG/${vmName}/backups/${intentId}`, { retainUntil: null }, { person: 'megan' });

async function createMachine(path: string, person = 'adele'): Promise<string> {
  const { subnets } = await ask.get(machineOptions, `${path}/machine/options`, { person });
  const machine = { name: 'Recorded', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId: subnets[0]?.id, publicIp: false };
  const { machineId } = await ask.send(z.strictObject({ machineId: vmId }), 'PUT', `${path}/machine`, { machine }, { person });
  return machineId;
}

describe('the record of a restore', () => {
  it('tells who did what when, on what, and how it ended, the same to everybody who reads the vault', async () => {
    const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
    const machineId = await createMachine(path);
    contoso.azure.advance(10 * MINUTE);
    const seen = await record(path);
    const [disks, machine] = seen.commands;
    expect(seen.commands.map(({ command }) => command)).toEqual(['restores.start', 'restores.createMachine']);
    expect(disks).toMatchObject({
      by: { name: 'Adele Vance' },
      target: expect.stringMatching(/virtualMachines\/FullRestoreVM1$/),
      about: { targetGroup: 'IgniteRG', recoveryPointId: expect.any(String), edition: 'current' },
      result: 'accepted',
      end: { state: 'known', value: { end: 'succeeded' } },
      reason: null,
    });
    expect(machine).toMatchObject({ target: machineId, about: { machineId, size: 'Standard_DS2_v2' }, result: 'accepted' });
    expect(machine?.end).toMatchObject({ state: 'known', value: { end: 'succeeded' } });
    expect(machine?.requests).toContainEqual(expect.objectContaining({ method: 'PUT', resource: machineId, status: 201 }));
    expect(machine?.requests.every(({ requestId }) => requestId !== null)).toBe(true);
    for (const person of ['megan', 'lee', 'alex']) expect((await record(path, person)).commands).toEqual(seen.commands);
  });

  it('is not there for those who may not read the vault', async () => {
    const path = `/api/vaults/0c7a52be-41f9-4d18-a6c2-93be5d20e7f4/TestRG/TestVault/restores/${randomUUID()}`;
    expect(await ask.refusal('GET', `${path}/record`, undefined, { person: 'lee' })).toMatch(/not-found|forbidden/);
  });

  it('says of an end that only others may see what one would have to be allowed to read', async () => {
    const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
    await createMachine(path);
    contoso.azure.advance(10 * MINUTE);
    const machine = async (person: string) =>
      (await record(path, person)).commands.find(({ command }) => command === 'restores.createMachine');
    expect((await machine('lee'))?.end).toMatchObject({ state: 'hidden', needs: [{ right: 'read-activity' }] });
    expect((await machine('megan'))?.end).toMatchObject({ state: 'known', value: { end: 'succeeded' } });
    expect((await machine('lee'))?.end).toMatchObject({ state: 'known', value: { end: 'succeeded' } });
  });
});

describe('the record of a vault', () => {
  it('has what was refused, with its code, and nobody was told of it', async () => {
    const code = await ask.refusal('POST', `${ITEM}/stop`, { data: 'retain' }, { person: 'megan' });
    const [refused] = await commands();
    const asked = { command: 'items.stop', by: { name: 'Megan Bowen' }, about: { data: 'retain' } };
    expect(refused).toMatchObject({ ...asked, result: 'refused', code });
  });

  it('has an order once, however often it is asked for', async () => {
    const id = randomUUID();
    const order = () => ask.send(commandOutcome, 'PUT', `${ITEM}/backups/${id}`, { retainUntil: null });
    await order();
    await order();
    contoso.azure.advance(6 * 60 * MINUTE);
    const all = await commands();
    expect(all.filter(({ command }) => command === 'items.backUpNow')).toMatchObject([
      { commandId: id, result: 'accepted', end: { value: { end: 'succeeded' } } },
    ]);
  });

  it('covers everything: under the id of another command nothing is done', async () => {
    const id = randomUUID();
    await ask.send(commandOutcome, 'PUT', `${ITEM}/backups/${id}`, { retainUntil: null });
    const keyVault = '/api/key-vaults/f2edfd5d-5496-4683-b94f-b3588c579009/KeyVaultRG/NoPolicyKV';
    const { details } = await ask.get(keyVaultView, keyVault);
    const order = { way: 'access-policy', permissions: ['secrets/get'], stamp: details?.stamp };
    expect(await ask.refusal('PUT', `${keyVault}/grants/${id}`, order)).toBe('idempotency-key-reused');
    expect((await ask.get(keyVaultView, keyVault)).details?.grants).toEqual([]);
    expect(await commands()).toMatchObject([{ command: 'items.backUpNow', result: 'accepted' }]);
  });

  it('keeps what came of a refused command, whatever else is asked for under its id', async () => {
    const id = randomUUID();
    const code = await backUpAsMegan('AppVM1', id);
    for (let time = 0; time < 2; time += 1) {
      expect(await backUpAsMegan('AppVM2', id)).toBe('idempotency-key-reused');
      expect(await backUpAsMegan('AppVM1', id)).toBe(code);
      expect(await backUpAsMegan('appvm1', id)).toBe(code);
    }
    expect(await commands()).toMatchObject([{ commandId: id, target: expect.stringMatching(/AppVM1$/), result: 'refused', code }]);
  });

  it('covers what was refused a moment ago, too: under the id of another command it is not tried again', async () => {
    const id = randomUUID();
    await backUpAsMegan('AppVM1', id);
    await backUpAsMegan('AppVM2', randomUUID());
    expect(await backUpAsMegan('AppVM2', id)).toBe('idempotency-key-reused');
  });

  it('has nothing of what was not a valid question', async () => {
    await ask.refusal('POST', `${ITEM}/stop`, { data: 'burn' });
    expect(await commands()).toEqual([]);
  });

  it('knows no secret that was told on the way', async () => {
    const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
    const clientSecret = `secret of the test ${randomUUID()}`;
    const application = { clientId: randomUUID(), clientSecret };
    await contoso.as('adele', `${path}/encryption`, { method: 'PUT', body: JSON.stringify({ application, encryptPlain: false }) });
    expect((await record(path)).commands.at(-1)).toMatchObject({
      command: 'restores.renewEncryption',
      about: { clientId: application.clientId },
    });
    const { dataDir } = contoso.server;
    for (const file of readdirSync(dataDir)) expect(readFileSync(join(dataDir, file)).includes(clientSecret)).toBe(false);
  });
});

it.each(['store-unavailable', 'store-timeout'] as const)('what cannot be recorded is not done, and that is said (%s)', async (code) => {
  const stores = memoryStores();
  const full = { append: () => Promise.reject(new Problem(code, { retryAfter: 5 })) };
  const { commands: kept } = stores;
  stores.commands = {
    ...full,
    findAsked: kept.findAsked.bind(kept),
    ofJourney: kept.ofJourney.bind(kept),
    ofScope: kept.ofScope.bind(kept),
    askedBefore: kept.askedBefore.bind(kept),
    answersOf: kept.answersOf.bind(kept),
  };
  await using server = await contoso.startAnother({}, { stores });
  const jobs = () => ask.get(z.array(job), `${OPERATIONS}/jobs?days=1`);
  const before = await jobs();
  expect(await ask.refusal('PUT', `${ITEM}/backups/${randomUUID()}`, { retainUntil: null }, { server })).toBe('store-unavailable');
  expect(await ask.refusal('POST', `${ITEM}/stop`, { data: 'retain' }, { server })).toBe('store-unavailable');
  contoso.azure.advance(MINUTE);
  expect(await jobs()).toEqual(before);
});

it('everything that can be asked for and is more than a question is a command', () => {
  const QUESTIONS = [
    'virtualMachines.agents',
    'keyVaults.access',
    'keyVaults.checkPolicies',
    'vaults.checkPolicies',
    'restores.checkMachine',
    'restores.machinePolicies',
    'restores.checkPlan',
    'recoveryPlans.outlooks',
    'recoveryPlans.capacity',
    'recoveryPlans.scriptValues',
    'recoveryPlans.times',
    'keySurvival.read',
    'rights.read',
  ];
  const READINGS: readonly string[] = ['audit.list', 'audit.export', 'evidence.ofRestore', 'evidence.ofPlan'];
  const OF_A_RUN: readonly string[] = ['recoveryPlans.isolate', 'recoveryPlans.clear'];
  const asking = Object.entries(contract).flatMap(([word, endpoints]) =>
    Object.entries(endpoints).flatMap(([name, endpoint]) => (endpoint['~orpc'].route.method === 'GET' ? [] : [`${word}.${name}`])),
  );
  const commands = commandName.options.filter((name) => ![...READINGS, ...OF_A_RUN].includes(name));
  expect(asking.toSorted()).toEqual([...commands, ...QUESTIONS].toSorted());
});

const withHeaders = (init: RequestInit, more: Record<string, string>): RequestInit => {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return { ...init, headers };
};

const stop = (server: Pick<TestServer, 'call'>, headers: Record<string, string>) => {
  const asCommanded = { call: (path: string, init: RequestInit = {}) => server.call(path, withHeaders(init, headers)) };
  return contoso.as('adele', `${ITEM}/stop`, { method: 'POST', body: JSON.stringify({ data: 'retain' }) }, asCommanded);
};

describe('the reason of a command', () => {
  it('stands in its record, beside the restore in which it was given', async () => {
    const journey = randomUUID();
    const within = `${OPERATIONS.replace('/api/vaults/', '')}/${journey}`;
    const headers = { 'x-tresor-reason': encodeURIComponent('INC-4711: Rückgabe & Prüfung'), 'x-tresor-journey': within };
    expect((await stop(contoso.server, headers)).status).toBe(202);
    expect((await commands())[0]).toMatchObject({ command: 'items.stop', reason: 'INC-4711: Rückgabe & Prüfung' });
    expect((await record(restorePath(journey))).commands).toMatchObject([{ command: 'items.stop' }]);
  });

  it.each(['%E0%A4%A', encodeURIComponent('two\nlines'), '%20', 'x'.repeat(121)])('that is none is refused: %s', async (reason) => {
    const answer = await stop(contoso.server, { 'x-tresor-reason': reason });
    expect(problem.parse(await answer.json())).toMatchObject({ code: 'invalid-request', fields: ['x-tresor-reason'] });
    expect(await commands()).toEqual([]);
  });

  it('is asked for where the settings say so, before anything is done', async () => {
    await using strict = await contoso.startAnother({ reasonRequired: true });
    expect(problem.parse(await (await stop(strict, {})).json()).code).toBe('reason-required');
    expect((await contoso.as('adele', `${OPERATIONS}/items`, {}, strict)).status).toBe(200);
    expect((await stop(strict, { 'x-tresor-reason': 'INC-1' })).status).toBe(202);
  });
});
