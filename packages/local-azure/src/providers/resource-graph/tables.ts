import type { ArmCall } from '../../arm/route';
import { record } from '../../world/json';
import { RESOURCE_GROUP_TYPE, subscriptions } from '../../world/subscriptions';
import type { ArmResource } from '../../world/world';
import { QueryError } from './kql/query-error';
import type { Source } from './kql/run-query';
import { withPowerState } from './machines';
import { protectedItems } from './protected-items';
import { readableIn } from './readable';
import { columnsOf, rowMaker } from './rows';

type Types = ReadonlySet<string> | undefined;

/** The resources of a table that lie in one subscription. */
type TableOf = (call: ArmCall, subscriptionId: string, types: Types) => ArmResource[];

const TABLES = new Map<string, TableOf>([
  ['resources', ordinaryResources],
  ['resourcecontainers', containers],
  ['recoveryservicesresources', (call, subscriptionId) => protectedItems(call, `/subscriptions/${subscriptionId}`)],
]);

/** The tables of the graph, as far as the caller may see them in these subscriptions. */
export function tablesOf(call: ArmCall, subscriptionIds: readonly string[]): Source {
  return (name, types, wanted) => {
    const table = TABLES.get(name.toLowerCase());
    if (!table) throw new QueryError('SemanticError', `Table ${name} is unknown or not simulated.`);
    const columns = columnsOf(wanted);
    const rowOf = rowMaker(columns, call.principal.tenantId);
    const rows = subscriptionIds.flatMap((id) => {
      const shown = withPowerState(call.world, `/subscriptions/${id}`);
      const readable = readableIn(call.world, call.principal, id);
      return table(call, id, types)
        .filter(readable)
        .map((resource) => rowOf(shown(resource)));
    });
    return { columns, rows };
  };
}

function ordinaryResources({ world }: ArmCall, subscriptionId: string, types: Types): ArmResource[] {
  const scope = `/subscriptions/${subscriptionId}`;
  const found = types ? [...types].flatMap((type) => world.resources.list(type, scope)) : world.resources.below(scope);
  return found.filter(({ type }) => type !== RESOURCE_GROUP_TYPE);
}

function containers({ world }: ArmCall, subscriptionId: string): ArmResource[] {
  const scope = `/subscriptions/${subscriptionId}`;
  const groups = world.resources
    .list(RESOURCE_GROUP_TYPE, scope)
    .map((group) => ({ ...group, type: 'Microsoft.Resources/subscriptions/resourceGroups' }));
  const subscription = subscriptions(world).get(subscriptionId.toLowerCase());
  if (!subscription) return groups;
  const properties = { state: 'Enabled', subscriptionPolicies: { quotaId: 'EnterpriseAgreement_2014-09-01', spendingLimit: 'Off' } };
  return [{ id: scope, name: subscription.displayName, type: 'Microsoft.Resources/subscriptions', properties }, ...groups];
}

/** The subscriptions a request names, or all there are. */
export function subscriptionsIn(call: ArmCall): string[] {
  const named = record(call.body)['subscriptions'];
  if (Array.isArray(named)) return named.filter((id) => typeof id === 'string');
  return subscriptions(call.world)
    .list()
    .map(({ subscriptionId }) => subscriptionId);
}
