import { KEY_VAULT_PURGE, purgeKeyVault } from '../../world/deleted-key-vaults';
import type { World } from '../../world/world';

/** Says what happens when the retention of a deleted key vault is over. */
export function plan(world: World): void {
  world.schedule.on(KEY_VAULT_PURGE, (payload) => {
    if (typeof payload === 'string') purgeKeyVault(world, payload);
  });
}
