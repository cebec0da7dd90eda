import { refuseMembers } from '../../arm/refuse-members';
import type { ArmCall, Principal } from '../../arm/route';
import { record } from '../../world/json';
import { findManagementGroup, groupsAbove, withGroupsBelow } from '../../world/subscriptions/management-groups';
import { RESOURCE_GROUP_TYPE, subscriptions, tenantOfSubscription } from '../../world/subscriptions/subscriptions';
import { earlier, laggingBelow, laggingPage, type Earlier } from '../../world/time/lagging';
import type { ArmResource, World } from '../../world/world';
import { QueryError } from './kql/query-error';
import type { Source } from './kql/run-query';
import type { Row } from './kql/values';
import { columnsOf, isInId, rowMaker } from './rows';
import { guestsBelow } from '../../world/compute/guests';
import { holdsSomethingIn, mayDo } from '../../world/authorization/access';
import { groupId, groupOf } from '../../world/arm-ids';

type Types = ReadonlySet<string> | undefined;

/** The resources of a table that lie in one subscription. */
type TableOf = (call: ArmCall, subscriptionId: string, types: Types, idsAlone: boolean) => Iterable<ArmResource>;

/** The tables of the graph by their names in lower case: its own, and those of other providers. */
export type Tables = ReadonlyMap<string, TableOf>;

export const OWN_TABLES: Tables = new Map<string, TableOf>([
  ['resources', ordinaryResources],
  ['resourcecontainers', containers],
]);

const VM_TYPE = 'microsoft.compute/virtualmachines';

/**
 * Adds to machines what the graph says of their running: the power state, but nothing about the agent, which the real service does
 * not know either.
 */
function withPowerState(world: World, scope: string): (resource: ArmResource) => ArmResource {
  const guestOf = guestsBelow(world, scope);
  return (resource) => {
    if (resource.type.toLowerCase() !== VM_TYPE) return resource;
    const { power } = guestOf(resource.id);
    const powerState = { code: `PowerState/${power}`, level: 'Info', displayStatus: `VM ${power}` };
    return { ...resource, properties: { ...resource.properties, extended: { instanceView: { powerState } } } };
  };
}

/** Whether the caller may read a resource of a subscription. What all of it, or a whole group, allows is asked once. */
function readableIn(world: World, { objectId }: Principal, subscriptionId: string): (resource: ArmResource) => boolean {
  const everywhere = remembering((type) => mayDo(world, objectId, `${type}/read`, `/subscriptions/${subscriptionId}`));
  const inGroup = remembering((typeAndGroup) => {
    const [type = '', group = ''] = typeAndGroup.split(' ');
    return mayDo(world, objectId, `${type}/read`, groupId(subscriptionId, group));
  });
  return ({ type, id }) => everywhere(type) || inGroup(`${type} ${groupOf(id)}`) || mayDo(world, objectId, `${type}/read`, id);
}

function remembering(ask: (question: string) => boolean): (question: string) => boolean {
  const answers = new Map<string, boolean>();
  return (question) => {
    const known = answers.get(question) ?? ask(question);
    answers.set(question, known);
    return known;
  };
}

/** The rows of these tables, as far as the caller may see them in these subscriptions. */
export function rowsOf(tables: Tables, call: ArmCall, subscriptionIds: readonly string[]): Source {
  return function* (name, types, mentions) {
    const table = tables.get(name.toLowerCase());
    if (!table) throw new QueryError('SemanticError', `Table ${name} is unknown or not simulated.`);
    const columns = columnsOf(mentions);
    const rows: Row[] = [];
    for (const id of subscriptionIds) {
      const shown = columns.includes('properties') ? withPowerState(call.world, `/subscriptions/${id}`) : asItIs;
      const rowOf = rowMaker(columns, mentions, tenantOfSubscription(call.world, id) ?? call.principal.tenantId);
      const readable = readableIn(call.world, call.principal, id);
      for (const resource of table(call, id, types, columns.every(isInId))) {
        if (readable(resource)) rows.push(rowOf(shown(resource)));
        if (rows.length % AT_ONCE === 0) yield;
      }
    }
    return { columns, rows };
  };
}

/** The subscriptions in a management group, and in those below it, that the caller sees. */
function seenInGroup({ world, principal: { objectId } }: ArmCall, name: string): string[] {
  const group = findManagementGroup(world, name);
  const all = group ? withGroupsBelow(world, group).flatMap(({ subscriptionIds }) => subscriptionIds) : [];
  return all.filter((id) => holdsSomethingIn(world, objectId, `/subscriptions/${id}`));
}

const asItIs = (resource: ArmResource) => resource;

function* ordinaryResources({ world }: ArmCall, subscriptionId: string, types: Types, idsAlone: boolean): Iterable<ArmResource> {
  const scope = `/subscriptions/${subscriptionId}`;
  const known = earlier(world, 'resource-graph');
  if (types && idsAlone && known.size === 0) for (const type of types) yield* knownById(world, type, scope);
  else if (types) for (const type of types) yield* ofType(known, world, type, scope);
  else for (const resource of laggingBelow(known, world, scope)) if (resource.type !== RESOURCE_GROUP_TYPE) yield resource;
}

/** Resources that are read at once: few, so that a subscription of thousands is never in memory as a whole. */
const AT_ONCE = 250;

function* ofType(known: Earlier, world: World, type: string, scope: string): Iterable<ArmResource> {
  if (type === RESOURCE_GROUP_TYPE.toLowerCase()) return;
  let page = laggingPage(known, world, type, scope, AT_ONCE);
  while (page.length > 0) {
    yield* page;
    page = page.length < AT_ONCE ? [] : laggingPage(known, world, type, scope, AT_ONCE, page.at(-1)?.id);
  }
}

/** What an id tells of a resource suffices where nothing else is asked for. */
function* knownById(world: World, type: string, scope: string): Iterable<ArmResource> {
  if (type === RESOURCE_GROUP_TYPE.toLowerCase()) return;
  let ids = world.resources.ids(type, scope, AT_ONCE);
  while (ids.length > 0) {
    for (const id of ids) yield { id, name: id.slice(id.lastIndexOf('/') + 1), type, properties: {} };
    ids = ids.length < AT_ONCE ? [] : world.resources.ids(type, scope, AT_ONCE, ids.at(-1));
  }
}

function containers({ world }: ArmCall, subscriptionId: string): ArmResource[] {
  const scope = `/subscriptions/${subscriptionId}`;
  const groups = world.resources
    .list(RESOURCE_GROUP_TYPE, scope)
    .map((group) => ({ ...group, type: 'Microsoft.Resources/subscriptions/resourceGroups' }));
  const subscription = subscriptions(world).get(subscriptionId.toLowerCase());
  if (!subscription) return groups;
  const properties = {
    managementGroupAncestorsChain: groupsAbove(world, scope).map(({ displayName, name }) => ({ displayName, name })),
    state: 'Enabled',
    subscriptionPolicies: { quotaId: 'EnterpriseAgreement_2014-09-01', spendingLimit: 'Off' },
  };
  return [{ id: scope, name: subscription.displayName, type: 'Microsoft.Resources/subscriptions', properties }, ...groups];
}

/**
 * The subscriptions a request names, itself or by the management groups they lie in, or all there are; undefined where it names a group that
 * is not there, or in which the caller sees no subscription. @throws ArmError 501 where subscriptions are named beside groups
 */
export function subscriptionsIn(call: ArmCall): string[] | undefined {
  const { subscriptions: named, managementGroups: groups } = record(call.body);
  if (Array.isArray(groups) && groups.length > 0) {
    refuseMembers(call.body, ['subscriptions']);
    const named = groups.map((name) => seenInGroup(call, String(name)));
    return named.some((ids) => ids.length === 0) ? undefined : [...new Set(named.flat())];
  }
  if (Array.isArray(named)) return named.filter((id) => typeof id === 'string');
  return subscriptions(call.world)
    .list()
    .map(({ subscriptionId }) => subscriptionId);
}
