import { CONTAINER_RETENTION_STEP, purgeKeptContainer } from '../../world/storage/kept-containers';
import { BLOB_RETENTION_STEP, purgeDueFormer } from '../../world/storage/former-blobs';
import { tryAgain } from '../../world/time/try-again';
import type { World } from '../../world/world';
import { ACCOUNT_STEP } from './storage-accounts';

/** Says what happens when an account has been made, and when a deleted blob or container has been kept for long enough. */
export function plan(world: World): void {
  const finish = (payload: unknown) => {
    const account = typeof payload === 'string' ? world.resources.get(payload) : undefined;
    if (account) world.resources.put({ ...account, properties: { ...account.properties, provisioningState: 'Succeeded' } });
  };
  world.schedule.on(ACCOUNT_STEP, finish, tryAgain(world));
  const withKey = (run: (world: World, key: string) => void) => (payload: unknown) => {
    if (typeof payload === 'string') run(world, payload);
  };
  world.schedule.on(BLOB_RETENTION_STEP, withKey(purgeDueFormer), tryAgain(world));
  world.schedule.on(CONTAINER_RETENTION_STEP, withKey(purgeKeptContainer), tryAgain(world));
}
