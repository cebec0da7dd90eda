import { randomUUID } from 'node:crypto';
import { commandOutcome, jobDetails, protectionBatch, recoveryPoint, type RecoveryPoint } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { OPERATIONS, storageAccountId, vmId } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** With a key and without an application, with a secret alone, with a key and an application. */
const MACHINES = [
  ['OperationsRG', 'SinglePassVM1'],
  ['OperationsRG', 'BekOnlyVM3'],
  ['IgniteRG', 'FileServerVM3'],
] as const;
type Machine = (typeof MACHINES)[number];

const itemOf = ([group, name]: Machine) => `${OPERATIONS}/items/${group}/${name}`;
const pointsOf = (machine: Machine) => ask.get(z.array(recoveryPoint), `${itemOf(machine)}/recovery-points`);

/** Several backups a day, of which only the last is moved to the vault, for a day; then no more, which would be in the way of restores. */
async function backUpOften(): Promise<void> {
  const vmIds = MACHINES.map(([group, name]) => vmId(group, name));
  const path = `${OPERATIONS}/protection/${randomUUID()}`;
  let batch = await ask.send(protectionBatch, 'PUT', path, { edition: 'current', policyName: 'EnhancedPolicy', vmIds });
  while (!batch.finished) {
    contoso.azure.advance(MINUTE);
    batch = await ask.get(protectionBatch, path);
  }
  for (let hours = 0; hours < 24; hours += 1) contoso.azure.advance(HOUR);
  for (const machine of MACHINES) await ask.send(z.unknown(), 'POST', `${itemOf(machine)}/stop`, { data: 'retain' });
  contoso.azure.advance(HOUR);
}

/** A new version of what locks the disks of a point: of the key or, where there is none, of the secret. */
async function rotate({ keyChain }: RecoveryPoint): Promise<void> {
  const url = (keyChain?.key ?? keyChain?.secret)?.url.split('/').slice(0, 5).join('/') ?? '';
  const [method, path, body] = url.includes('/keys/')
    ? (['POST', `${url}/create`, { kty: 'RSA' }] as const)
    : (['PUT', url, { value: 'bmV3', contentType: 'BEK' }] as const);
  const { status } = await direct(contoso.azure, 'adele', method, `${path}?api-version=7.4`, body);
  expect(status).toBe(200);
}

async function restoreEnds(machine: Machine, { id }: RecoveryPoint): Promise<string> {
  const request = {
    edition: 'current',
    recoveryPointId: id,
    storageAccountId: storageAccountId('contosostaging'),
    targetGroup: 'IgniteRG',
  };
  const { jobId } = await ask.send(commandOutcome, 'PUT', `${itemOf(machine)}/restores/${randomUUID()}`, request);
  contoso.azure.advance(90 * MINUTE);
  const { status, errors } = await ask.get(jobDetails, `${OPERATIONS}/jobs/${jobId}`);
  return errors[0]?.title || status;
}

const isVaulted = ({ tiers }: RecoveryPoint) => tiers.includes('vault');

/** One point that is a snapshot alone, and one that the vault holds, too. */
async function oneOfEach(machine: Machine): Promise<RecoveryPoint[]> {
  const points = await pointsOf(machine);
  return [points.find((point) => !isVaulted(point)), points.find(isVaulted)].filter((point) => point !== undefined);
}

it('a snapshot is called lost after its key was rotated exactly when Azure makes no disks of it', async () => {
  await backUpOften();
  const ends: [string, string, string][] = [];
  for (const rotated of [false, true]) {
    for (const machine of MACHINES) {
      const [first] = await pointsOf(machine);
      if (rotated && first) await rotate(first);
      contoso.azure.advance(MINUTE);
      for (const point of await oneOfEach(machine)) {
        const end = await restoreEnds(machine, point);
        const isOffered = async () => (await pointsOf(machine)).some(({ id, verdict }) => id === point.id && verdict.state !== 'blocked');
        await expect.poll(isOffered).toBe(end === 'Completed');
        ends.push([machine[1], point.tiers.join(), end]);
      }
    }
  }
  const outdated = 'UserErrorSnapshotRestoreAfterKeyRotation';
  expect(ends.filter(([, , end]) => end !== 'Completed')).toEqual([
    ['SinglePassVM1', 'snapshot', outdated],
    ['BekOnlyVM3', 'snapshot', outdated],
  ]);
}, 40_000);
