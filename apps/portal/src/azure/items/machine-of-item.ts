import type { Item } from '@tresor/contracts';
import { sameName, subscriptionOf } from '@tresor/support-matrix';
import { problemText } from '../../words/problem-texts';

/** Where the machine of an item stands, as the item names it. */
export const machineOfItem = ({ id, vmId, resourceGroup, name }: Pick<Item, 'id' | 'vmId' | 'resourceGroup' | 'name'>) => ({
  subscriptionId: subscriptionOf(vmId) || subscriptionOf(id),
  vmGroup: resourceGroup,
  vmName: name,
});

/** Why it is not restored here then. */
export const ELSEWHERE = problemText('machine-elsewhere').happened;

/** Whether a machine is in another subscription than the vault that protects it. */
export function isElsewhere({ id, vmId }: Pick<Item, 'id' | 'vmId'>): boolean {
  const [ofVault, ofMachine] = [subscriptionOf(id), subscriptionOf(vmId)];
  return ofVault !== '' && ofMachine !== '' && !sameName(ofVault, ofMachine);
}
