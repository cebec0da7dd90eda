import type { Invoke } from '../../arm/invoke';
import type { World } from '../../world/world';
import { continueDeployment, DEPLOYMENT_STEP } from './deployments/run-deployment';
import { continueDeletion, GROUP_DELETION_STEP } from './group-deletion';

/** Says how deployments and the deletion of groups go on as time passes. */
export const plan =
  (invoke: Invoke) =>
  (world: World): void => {
    world.schedule.on(DEPLOYMENT_STEP, (payload) => {
      if (typeof payload === 'string') continueDeployment(world, invoke, payload);
    });
    world.schedule.on(GROUP_DELETION_STEP, (payload) => {
      if (typeof payload === 'string') continueDeletion(world, invoke, payload);
    });
  };
