import type { ArmCall } from '../../arm/route';
import { record, text } from '../../world/json';
import type { ArmResource } from '../../world/world';
import { VAULT_TYPE } from './names';
import { itemsOfVault } from './state/item-store';
import { itemView } from './state/item-view';

/** The table `recoveryservicesresources` of Resource Graph: the protected items of a subscription, as the vaults show them; here `vaultId` is the plain ARM id. */
export function* protectedItems(call: ArmCall, subscriptionId: string): Iterable<ArmResource> {
  for (const vault of call.world.resources.list(VAULT_TYPE, `/subscriptions/${subscriptionId}`))
    for (const item of itemsOfVault(call.world, vault.id)) {
      const { id, name, type, properties } = record(itemView(call, item));
      const { location } = vault;
      yield {
        id: text(id) ?? '',
        name: text(name) ?? '',
        type: text(type) ?? '',
        ...(location !== undefined && { location }),
        properties: { ...record(properties), vaultId: vault.id },
      };
    }
}
