import { tryAgain } from '../../world/try-again';
import type { World } from '../../world/world';
import { ACCOUNT_STEP } from './storage-accounts';

/** Says what happens when an account has been made. */
export function plan(world: World): void {
  const finish = (payload: unknown) => {
    const account = typeof payload === 'string' ? world.resources.get(payload) : undefined;
    if (account) world.resources.put({ ...account, properties: { ...account.properties, provisioningState: 'Succeeded' } });
  };
  world.schedule.on(ACCOUNT_STEP, finish, tryAgain(world));
}
