import type { ItemDetails } from '@tresor/contracts';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { isStatus } from '../connection/upstream-failure';

/** Whether a machine still stands. Classic ones are not asked for: their API is another one. */
export async function readStanding(session: AzureSession, vmId: string): Promise<ItemDetails['machine']> {
  const named = parseArmId(vmId);
  if (!named || vmId.toLowerCase().includes('/microsoft.classiccompute/')) return 'unseen';
  const { subscriptionId, resourceGroup, name } = named;
  try {
    await call(session, 'read', (options) => clients.compute(session, subscriptionId).virtualMachines.get(resourceGroup, name, options));
    return 'there';
  } catch (error) {
    if (isStatus(error, 404)) return 'gone';
    if (isStatus(error, 403)) return 'unseen';
    throw error;
  }
}
