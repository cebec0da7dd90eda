import { planObjectWork } from '../../key-vault/work';
import { KEY_VAULT_DNS, KEY_VAULT_PURGE, purgeKeyVault, registerKeyVault } from '../../world/deleted-key-vaults';
import type { World } from '../../world/world';

/** Says what happens when the retention of a deleted key vault is over, and what a key vault does after it has answered. */
export function plan(world: World): void {
  world.schedule.on(KEY_VAULT_PURGE, (payload) => {
    if (typeof payload === 'string') purgeKeyVault(world, payload);
  });
  world.schedule.on(KEY_VAULT_DNS, (payload) => {
    if (typeof payload === 'string') registerKeyVault(world, payload);
  });
  planObjectWork(world);
}
