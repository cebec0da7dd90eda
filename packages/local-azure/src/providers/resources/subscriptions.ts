import type { ArmCall, ArmHandler } from '../../arm/route';
import { holdsSomethingIn } from '../../world/authorization/access';
import { tenant } from '../../world/directory/directory';
import { subscriptions } from '../../world/subscriptions/subscriptions';
import type { Subscription } from '../../world/subscriptions/subscriptions';
import { geographyOf, locations } from '../../world/locations';

function view(call: ArmCall, subscription: Subscription) {
  const { subscriptionId, displayName, customerTenantId } = subscription;
  const own = tenant(call.world)?.tenantId;
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: customerTenantId === undefined ? [] : [{ tenantId: own }],
    subscriptionId,
    tenantId: customerTenantId ?? own,
    displayName,
    state: subscription.state ?? 'Enabled',
    subscriptionPolicies: { locationPlacementId: 'Public_2014-09-01', quotaId: 'PayAsYouGo_2014-09-01', spendingLimit: 'Off' },
  };
}

const isVisible = ({ world, principal }: ArmCall, subscriptionId: string): boolean =>
  holdsSomethingIn(world, principal.objectId, `/subscriptions/${subscriptionId}`, principal.issuedAt);

/** The subscriptions in which the caller holds any role, at any depth. */
export const listSubscriptions: ArmHandler = (call) => {
  const visible = subscriptions(call.world)
    .list()
    .filter((subscription) => isVisible(call, subscription.subscriptionId));
  return {
    status: 200,
    body: { value: visible.map((subscription) => view(call, subscription)), count: { type: 'Total', value: visible.length } },
  };
};

/** 404, without a body, where there is none. */
export const getSubscription: ArmHandler = (call) => {
  const subscription = subscriptions(call.world).get((call.params['subscriptionId'] ?? '').toLowerCase());
  return subscription ? { status: 200, body: view(call, subscription) } : { status: 404 };
};

/** GET /tenants: the one of this Azure. */
export const listTenants: ArmHandler = (call) => {
  const home = tenant(call.world);
  const value = home && {
    id: `/tenants/${home.tenantId}`,
    tenantId: home.tenantId,
    countryCode: 'DE',
    displayName: home.displayName,
    domains: [home.defaultDomain],
    tenantCategory: 'Home',
    defaultDomain: home.defaultDomain,
    tenantType: 'AAD',
  };
  return { status: 200, body: { value: value ? [value] : [] } };
};

/** GET {S}/locations: every region with its pair. */
export const listLocations: ArmHandler = (call) => {
  const base = `/subscriptions/${call.params['subscriptionId'] ?? ''}/locations`;
  const value = locations.map(({ name, displayName, group, paired, ...place }) => ({
    id: `${base}/${name}`,
    name,
    type: 'Region',
    displayName,
    regionalDisplayName: `(${group}) ${displayName}`,
    metadata: {
      regionType: 'Physical',
      regionCategory: 'Recommended',
      geography: geographyOf(name),
      geographyGroup: group,
      ...place,
      pairedRegion: [{ name: paired, id: `${base}/${paired}` }],
    },
  }));
  return { status: 200, body: { value } };
};
