import type { ArmCall } from '../../arm/route';
import { record, text } from '../../world/json';
import type { ArmResource } from '../../world/world';
import { itemsOfVault } from '../recovery-services/state/item-store';
import { itemView } from '../recovery-services/state/item-view';
import { VAULT_TYPE } from '../recovery-services/names';

/** The protected items below a scope, as the vaults show them; here `vaultId` is the plain ARM id. */
export function* protectedItems(call: ArmCall, scope: string): Iterable<ArmResource> {
  for (const vault of call.world.resources.list(VAULT_TYPE, scope))
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
