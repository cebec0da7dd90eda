import { planRotations } from '../../key-vault/rotation';
import { planObjectWork } from '../../key-vault/work';
import { KEY_VAULT_DNS, KEY_VAULT_PURGE, purgeKeyVault, registerKeyVault } from '../../world/key-vault/deleted-key-vaults';
import { tryAgain } from '../../world/time/try-again';
import type { World } from '../../world/world';

/** Says what happens when the retention of a deleted key vault is over, and what a key vault does after it has answered. */
export function plan(world: World): void {
  const named = (act: (world: World, name: string) => void) => (payload: unknown) => {
    if (typeof payload === 'string') act(world, payload);
  };
  world.schedule.on(KEY_VAULT_PURGE, named(purgeKeyVault), tryAgain(world));
  world.schedule.on(KEY_VAULT_DNS, named(registerKeyVault), tryAgain(world));
  planObjectWork(world);
  planRotations(world);
}
