import { machineCheck, machineOptions, vmId as machineId, type Restore } from '@tresor/contracts';
import * as z from 'zod';
import type { Ask, Asked } from './ask';
import { PRODUCTION } from './contoso-places';
import { restorePath, states, watchRestore } from './restoring';
import type { Contoso } from './start-contoso';

const MINUTE = 60_000;

export const createdMachine = z.strictObject({ machineId });

/** Makes machines of the disks of a restore, as their form would. */
export function machineMaker(contoso: () => Contoso, ask: Ask) {
  async function draft(jobId: string, change: object = {}) {
    const { subnets } = await ask.get(machineOptions, `${restorePath(jobId)}/machine/options`);
    const subnetId = subnets[0]?.id ?? '';
    return { machine: { name: 'Again', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId, publicIp: false, ...change } };
  }

  const create = async (jobId: string, change?: object, asked?: Asked) =>
    ask.send(createdMachine, 'PUT', `${restorePath(jobId)}/machine`, await draft(jobId, change), asked);

  const check = async (jobId: string, change?: object, asked?: Asked) =>
    ask.send(z.array(machineCheck), 'POST', `${restorePath(jobId)}/machine/check`, await draft(jobId, change), asked);

  /** What was made for the machine of a restore, and by what it is used. */
  function networkOf(jobId: string): [string, unknown][] {
    const all = contoso()
      .azure.world.resources.below(PRODUCTION)
      .filter(({ tags }) => tags?.['tresor-restore'] === jobId);
    return all.map(({ name, properties: { virtualMachine, ipConfiguration } }) => [
      name.split('-').at(-1) ?? '',
      z.looseObject({ id: z.string() }).parse(virtualMachine ?? ipConfiguration).id,
    ]);
  }

  /** Creates the machine, lets it start and answers the restore then. */
  async function run(jobId: string): Promise<Restore> {
    await create(jobId);
    contoso().azure.advance(5 * MINUTE);
    return watchRestore(ask, restorePath(jobId), (found) => states(found)['machine'] === 'done');
  }

  return { draft, create, check, networkOf, run };
}
