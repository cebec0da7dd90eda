import { invokerOf } from '../arm/invoke';
import type { ArmRoute, Invoke } from '../arm/route';
import type { World } from '../world/world';
import { routes as alertsManagement } from './alerts-management/routes';
import { authorizationResources } from './authorization/graph-table';
import { routes as authorization } from './authorization/routes';
import { planRoleEnds } from '../world/authorization/active-roles';
import { planForgettingOperations } from '../world/kept-operations';
import { routes as compute } from './compute/routes';
import { plan as planCompute } from './compute/timeline';
import { routes as dataProtection } from './data-protection/routes';
import { routes as insights } from './insights/routes';
import { plan as planInsights } from './insights/timeline';
import { routes as keyVault } from './key-vault/routes';
import { plan as planKeyVault } from './key-vault/timeline';
import { routes as management } from './management/routes';
import { planProvisioning } from './network/provisioning';
import { routes as network } from './network/routes';
import { plan as planPolicies } from './policy-insights/deploy-missing';
import { routes as policyInsights } from './policy-insights/routes';
import { isBackedUp } from './recovery-services/state/item-store';
import { recoveryServicesResources } from './recovery-services/graph-table';
import { routes as recoveryServices } from './recovery-services/routes';
import { plan as planRecoveryServices } from './recovery-services/timeline';
import { routesOver } from './resource-graph/routes';
import { routesWith } from './resources/routes';
import { plan as planResources } from './resources/timeline';
import { routes as storage } from './storage/routes';
import { plan as planStorage } from './storage/timeline';

/** Every operation of Azure Resource Manager that is served here. */
export const routes: readonly ArmRoute[] = [
  ...authorization,
  ...routesWith((...call) => invoke(...call)),
  ...routesOver(
    new Map([
      ['recoveryservicesresources', recoveryServicesResources],
      ['authorizationresources', authorizationResources],
    ]),
  ),
  ...compute,
  ...keyVault,
  ...storage,
  ...network,
  ...recoveryServices,
  ...dataProtection,
  ...insights,
  ...management,
  ...alertsManagement,
  ...policyInsights,
];

const invoke: Invoke = invokerOf(routes);

/** What each provider does when time has passed; registered once at start. */
export const timelines: readonly ((world: World) => void)[] = [
  planRoleEnds,
  planForgettingOperations,
  planCompute,
  planRecoveryServices(invoke),
  planStorage,
  planKeyVault,
  planProvisioning,
  planResources(invoke),
  planInsights(invoke),
  planPolicies(invoke, isBackedUp),
];
