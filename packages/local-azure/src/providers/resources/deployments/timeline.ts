import type { Invoke } from '../../../arm/invoke';
import type { World } from '../../../world/world';
import { continueDeployment, DEPLOYMENT_STEP } from './run-deployment';

/** Says how a deployment goes on as time passes. */
export const plan =
  (invoke: Invoke) =>
  (world: World): void =>
    world.schedule.on(DEPLOYMENT_STEP, (payload) => {
      if (typeof payload === 'string') continueDeployment(world, invoke, payload);
    });
