/** What would lead traffic to or from an interface, and is not here. */
export const OF_INTERFACES = [
  'extendedLocation',
  'properties.privateLinkService',
  'properties.ipConfigurations[].properties.applicationGatewayBackendAddressPools',
  'properties.ipConfigurations[].properties.applicationSecurityGroups',
  'properties.ipConfigurations[].properties.gatewayLoadBalancer',
  'properties.ipConfigurations[].properties.loadBalancerBackendAddressPools',
  'properties.ipConfigurations[].properties.loadBalancerInboundNatRules',
  'properties.ipConfigurations[].properties.privateIPAddressPrefixLength',
  'properties.ipConfigurations[].properties.virtualNetworkTaps',
] as const;

/** The same of a subnet. */
export const OF_SUBNETS = [
  'properties.applicationGatewayIPConfigurations',
  'properties.delegations',
  'properties.ipAllocations',
  'properties.natGateway',
  'properties.routeTable',
  'properties.serviceEndpointPolicies',
  'properties.sharingScope',
] as const;

/** The same of a network, its subnets included. */
export const OF_NETWORKS = [
  'extendedLocation',
  'properties.bgpCommunities',
  'properties.ddosProtectionPlan',
  'properties.ipAllocations',
  'properties.virtualNetworkPeerings',
  ...OF_SUBNETS.map((path) => `properties.subnets[].${path}`),
] as const;
