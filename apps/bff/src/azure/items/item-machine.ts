import type { ItemDetails, ItemPath } from '@tresor/contracts';
import type { AzureSession } from '../connection/azure';
import { getItem } from './get-item';
import { vmIdOf } from './item-place';
import { readStanding } from './standing';

/** The item with whether its machine still stands: the Backup service tells of the last backup only, also when there is nothing left to back up. */
export async function getItemOfMachine(session: AzureSession, path: ItemPath): Promise<ItemDetails> {
  const [item, machine] = await Promise.all([getItem(session, path), readStanding(session, vmIdOf(path))]);
  return { ...item, machine: isClassic(item.vmId) ? 'unseen' : machine };
}

const isClassic = (vmId: string) => vmId.toLowerCase().includes('/microsoft.classiccompute/');
