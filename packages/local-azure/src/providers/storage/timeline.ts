import type { World } from '../../world/world';
import { ACCOUNT_STEP } from './storage-accounts';

/** Says what happens when an account has been made. */
export function plan(world: World): void {
  world.schedule.on(ACCOUNT_STEP, (payload) => {
    const account = typeof payload === 'string' ? world.resources.get(payload) : undefined;
    if (account) world.resources.put({ ...account, properties: { ...account.properties, provisioningState: 'Succeeded' } });
  });
}
