import { machineOptions, recoveryPoint, vmId as machineId, type Restore, removedLeftovers } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../../testing/ask';
import { OPERATIONS } from '../../../testing/contoso-places';
import { direct } from '../../../testing/direct';
import { ADELE, allowBlobs, restoreDisks, restorePath, states, watchRestore } from '../../../testing/restoring';
import { startContoso, type Contoso } from '../../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const DAY = 86_400_000;
const of = (vm: string) => `${OPERATIONS}/items/OperationsRG/${vm}`;

/** Longer than any point of these machines is kept, while each day makes a newer one. */
const expire = (): Promise<void> => Promise.resolve(contoso.azure.advance(60 * DAY));

/** What was deleted is kept for 14 days, and then nothing names the item any more. */
async function forget(vm: string): Promise<void> {
  await ask.send(z.looseObject({}), 'POST', `${of(vm)}/stop`, { data: 'delete' });
  contoso.azure.advance(30 * DAY);
}

async function make(jobId: string): Promise<string> {
  const { suggested, subnets } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
  const machine = { ...suggested, name: 'Again', group: 'IgniteRG', subnetId: subnets[0]?.id ?? '', publicIp: false };
  const made = await ask.send(z.strictObject({ machineId }), 'PUT', `${restorePath(jobId)}/machine`, { machine });
  contoso.azure.advance(5 * 60_000);
  return made.machineId;
}

const stepsOf = async (jobId: string, wanted: (found: Restore) => boolean = () => true) => {
  const { steps, next, encrypted } = await watchRestore(ask, restorePath(jobId), wanted);
  return { next, encrypted, steps: Object.fromEntries(steps.map(({ step, state, reason }) => [step, reason ?? state])) };
};

const isUp = (found: Restore) => states(found)['encryption'] === 'done';

describe('a restore whose recovery point is gone', () => {
  it.each([
    ['has expired', expire],
    ['went with its item', () => forget('FullRestoreVM1')],
  ])('since it %s keeps the key data until the machine is proven to run', async (_why, lose) => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const id = await make(jobId);
    await direct(contoso.azure, 'adele', 'POST', `${id}/deallocate?api-version=2023-09-01`);
    await lose();
    expect(await stepsOf(jobId)).toMatchObject({
      encrypted: true,
      steps: { keys: 'point-gone', machine: 'done', encryption: 'machine-stopped', 'after-care': 'leftovers-needed' },
    });
    expect(await ask.refusal('DELETE', `${restorePath(jobId)}/leftovers`)).toBe('machine-not-verified');
    await direct(contoso.azure, 'adele', 'POST', `${id}/start?api-version=2023-09-01`);
    contoso.azure.advance(10 * 60_000);
    expect(await stepsOf(jobId, isUp)).toMatchObject({ steps: { keys: 'done', encryption: 'done', 'after-care': 'leftovers-there' } });
    expect(await ask.send(removedLeftovers, 'DELETE', `${restorePath(jobId)}/leftovers`)).toMatchObject({ left: [] });
  });

  it('makes no machine of the disks, and says why', async () => {
    const jobId = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    const { suggested, subnets } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
    const machine = { ...suggested, name: 'Again', group: 'IgniteRG', subnetId: subnets[0]?.id ?? '', publicIp: false };
    await expire();
    expect(await stepsOf(jobId)).toMatchObject({ next: { kind: 'stuck', step: 'keys' }, steps: { keys: 'point-gone' } });
    expect(await ask.refusal('PUT', `${restorePath(jobId)}/machine`, { machine })).toBe('recovery-point-not-found');
    const check = await ask.send(z.array(z.string()), 'POST', `${restorePath(jobId)}/machine/check`, { machine });
    expect(check).toContain('keys-not-verified');
  });

  it('does not say of plain disks that they are not encrypted, and ends all the same', async () => {
    const [point] = await ask.get(z.array(recoveryPoint), `${of('AppVM1')}/recovery-points`);
    expect(point?.encrypted).toBe(false);
    const jobId = await restoreDisks(contoso, ask, 'AppVM1');
    await make(jobId);
    await forget('AppVM1');
    expect(await stepsOf(jobId)).toMatchObject({
      encrypted: null,
      next: { kind: 'command', step: 'protection' },
      steps: { keys: 'encryption-unknown', machine: 'done', encryption: 'encryption-unknown', 'after-care': 'done' },
    });
  });
});
