import type { Invoke } from '../../arm/route';
import type { World } from '../../world/world';
import { continueDeployment, DEPLOYMENT_STEP, giveUpDeployment } from './deployments/run-deployment';
import { continueDeletion, giveUpDeletion, GROUP_DELETION_STEP } from './group-deletion';

const of = (goOn: (id: string) => void) => (payload: unknown) => {
  if (typeof payload === 'string') goOn(payload);
};

/** Says how deployments and the deletion of groups go on as time passes. */
export const plan =
  (invoke: Invoke) =>
  (world: World): void => {
    world.schedule.on(
      DEPLOYMENT_STEP,
      of((id) => continueDeployment(world, invoke, id)),
      of((id) => giveUpDeployment(world, id)),
    );
    world.schedule.on(
      GROUP_DELETION_STEP,
      of((id) => continueDeletion(world, invoke, id)),
      of((id) => giveUpDeletion(world, id)),
    );
  };
