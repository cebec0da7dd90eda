import type { ArmCall } from '../../arm/route';
import { guestsBelow } from '../../world/guests';
import { record, text } from '../../world/json';
import { RESOURCE_GROUP_TYPE, subscriptions } from '../../world/subscriptions';
import type { ArmResource } from '../../world/world';
import { QueryError } from './kql/query-error';
import type { Source } from './kql/run-query';
import type { Row } from './kql/values';
import { protectedItems } from './protected-items';
import { readableBy } from './readable';
import { COLUMNS, machineRowOf, rowOf } from './rows';

type Types = ReadonlySet<string> | undefined;
type TableRows = (call: ArmCall, subscriptionId: string, types: Types) => Row[];

const VM_TYPE = 'microsoft.compute/virtualmachines';

const TABLES = new Map<string, TableRows>([
  ['resources', resourceRows],
  ['resourcecontainers', containerRows],
  ['recoveryservicesresources', recoveryServicesRows],
]);

/** The tables of the graph, as far as the caller may see them in these subscriptions. */
export function tablesOf(call: ArmCall, subscriptionIds: readonly string[]): Source {
  const readable = readableBy(call.world, call.principal);
  return (name, types) => {
    const table = TABLES.get(name.toLowerCase());
    if (!table) throw new QueryError('SemanticError', `Table ${name} is unknown or not simulated.`);
    const rows = subscriptionIds.flatMap((id) => table(call, id, types));
    return { columns: COLUMNS, rows: rows.filter((row) => readable(text(row['type']) ?? '', text(row['id']) ?? '')) };
  };
}

function resourceRows(call: ArmCall, subscriptionId: string, types: Types): Row[] {
  const scope = `/subscriptions/${subscriptionId}`;
  const { world } = call;
  const { tenantId } = call.principal;
  const found = types ? [...types].flatMap((type) => world.resources.list(type, scope)) : world.resources.below(scope);
  const guest = guestsBelow(world, scope);
  return found.filter(isOrdinary).map((resource) => {
    const isMachine = resource.type.toLowerCase() === VM_TYPE;
    return isMachine ? machineRowOf(resource, tenantId, guest(resource.id)) : rowOf(resource, tenantId);
  });
}

const isOrdinary = ({ type }: ArmResource) => type !== RESOURCE_GROUP_TYPE;

function containerRows(call: ArmCall, subscriptionId: string): Row[] {
  const { world } = call;
  const { tenantId } = call.principal;
  const scope = `/subscriptions/${subscriptionId}`;
  const subscription = subscriptions(world).get(subscriptionId.toLowerCase());
  const groups = world.resources
    .list(RESOURCE_GROUP_TYPE, scope)
    .map((group) => rowOf({ ...group, type: 'microsoft.resources/subscriptions/resourcegroups' }, tenantId));
  if (!subscription) return groups;
  const { displayName } = subscription;
  const properties = { state: 'Enabled', subscriptionPolicies: { quotaId: 'EnterpriseAgreement_2014-09-01', spendingLimit: 'Off' } };
  return [rowOf({ id: scope, name: displayName, type: 'microsoft.resources/subscriptions', properties }, tenantId), ...groups];
}

function recoveryServicesRows(call: ArmCall, subscriptionId: string): Row[] {
  return protectedItems(call, `/subscriptions/${subscriptionId}`).map((item) => rowOf(item, call.principal.tenantId));
}

/** The subscriptions a request names, or all there are. */
export function subscriptionsIn(call: ArmCall): string[] {
  const named = record(call.body)['subscriptions'];
  if (Array.isArray(named)) return named.filter((id) => typeof id === 'string');
  return subscriptions(call.world)
    .list()
    .map(({ subscriptionId }) => subscriptionId);
}
