import type { Fact } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { hidden, known } from '../../facts';
import { isStatus } from '../connection/upstream-failure';

const text = z.string().nullish();

const machineBody = z.object({
  resources: z
    .array(z.object({ properties: z.object({ type: text, settings: z.object({ AADClientID: text }).nullish().catch(null) }).nullish() }))
    .nullish(),
});

/** Client id of the application that disk encryption of a machine signs in as; its secret is told to nobody. Null where none is named. */
export async function readClientId(session: AzureSession, machineId: string): Promise<Fact<string | null>> {
  const named = parseArmId(machineId);
  if (!named) return known(null);
  try {
    const answer = await call(session, 'read', (options) =>
      clients
        .compute(session, named.subscriptionId)
        .virtualMachines.get(named.resourceGroup, named.name, { ...options, expand: 'instanceView' }),
    );
    const { resources } = expectBody(machineBody, answer.body);
    const extension = (resources ?? []).find(({ properties }) => /^AzureDiskEncryption/i.test(properties?.type ?? ''));
    return known(extension?.properties?.settings?.AADClientID ?? null);
  } catch (error) {
    if (isStatus(error, 403)) return hidden('read-machines', machineId);
    if (isStatus(error, 404)) return known(null);
    throw error;
  }
}
