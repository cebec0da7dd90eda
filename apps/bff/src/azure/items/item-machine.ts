import type { ItemDetails, ItemPath } from '@tresor/contracts';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { isStatus } from '../connection/upstream-failure';
import { getItem, type BackedUpItem } from './get-item';

/** The item with whether its machine still stands: the Backup service tells of the last backup only, also when there is nothing left to back up. */
export async function getItemOfMachine(session: AzureSession, path: ItemPath): Promise<ItemDetails> {
  const [item, machine] = await Promise.all([getItem(session, path), readStanding(session, path)]);
  return { ...item, machine: isClassic(item) ? 'unseen' : machine };
}

const isClassic = ({ vmId }: BackedUpItem) => vmId.toLowerCase().includes('/microsoft.classiccompute/');

async function readStanding(session: AzureSession, { subscriptionId, vmGroup, vmName }: ItemPath): Promise<ItemDetails['machine']> {
  try {
    await call(session, 'read', (options) => clients.compute(session, subscriptionId).virtualMachines.get(vmGroup, vmName, options));
    return 'there';
  } catch (error) {
    if (isStatus(error, 404)) return 'gone';
    if (isStatus(error, 403)) return 'unseen';
    throw error;
  }
}
