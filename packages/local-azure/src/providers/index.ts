import type { ArmRoute } from '../arm/route';
import type { World } from '../world/world';
import { routes as authorization } from './authorization/routes';
import { routes as recoveryServices } from './recovery-services/routes';
import { plan as planRecoveryServices } from './recovery-services/timeline';
import { routes as resources } from './resources/routes';

/** Every operation of Azure Resource Manager that is served here. */
export const routes: readonly ArmRoute[] = [...authorization, ...resources, ...recoveryServices];

/** What each provider does when time has passed; registered once at start. */
export const timelines: readonly ((world: World) => void)[] = [planRecoveryServices];
