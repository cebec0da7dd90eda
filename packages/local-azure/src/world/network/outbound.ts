import { isWithin } from './addresses';
import { at, list, record, text } from '../json';
import type { ArmResource, World } from '../world';

/** Something that machines reach by Azure's public endpoints. */
interface Service {
  /** Destinations of rules among which it is; tags may name a region behind a dot. */
  destinations: RegExp;
  /** What a subnet's endpoint for it is called; nothing where there is none. */
  endpoint?: string;
}

const SERVICES = {
  backup: {
    destinations: /^(?:\*|0\.0\.0\.0\/0|Internet|(?:AzureCloud|Storage|AzureBackup)(?:\.\w+)?)$/i,
    endpoint: 'microsoft.storage',
  },
  'key-vault': {
    destinations: /^(?:\*|0\.0\.0\.0\/0|Internet|(?:AzureCloud|AzureKeyVault)(?:\.\w+)?)$/i,
    endpoint: 'microsoft.keyvault',
  },
  entra: { destinations: /^(?:\*|0\.0\.0\.0\/0|Internet|AzureActiveDirectory|AzureCloud(?:\.\w+)?)$/i },
} satisfies Record<string, Service>;
const ANYWHERE_INSIDE = /^(?:\*|0\.0\.0\.0\/0|VirtualNetwork)$/i;
const PORT = 443;

type Rule = Record<string, unknown>;

/** A value that rules have once, or several times under a name in the plural. */
const valuesOf = (one: unknown, several: unknown): string[] => [one, ...list(several)].flatMap((value) => text(value) ?? []);

function holdsPort(ranges: readonly string[]): boolean {
  return ranges.some((range) => {
    const [first = '', last = first] = range.split('-');
    return range === '*' || (Number(first) <= PORT && PORT <= Number(last));
  });
}

const holdsAddress = (prefixes: readonly string[], address: string): boolean =>
  prefixes.some((prefix) => ANYWHERE_INSIDE.test(prefix) || isWithin(address, prefix));

/** Whether a rule is about what leaves an address for a service by HTTPS. */
function isAbout(rule: Rule, service: Service, address: string): boolean {
  const { direction, protocol } = rule;
  if (text(direction)?.toLowerCase() !== 'outbound' || !['*', 'tcp'].includes(text(protocol)?.toLowerCase() ?? '')) return false;
  const ports = valuesOf(rule['destinationPortRange'], rule['destinationPortRanges']);
  const destinations = valuesOf(rule['destinationAddressPrefix'], rule['destinationAddressPrefixes']);
  const sources = valuesOf(rule['sourceAddressPrefix'], rule['sourceAddressPrefixes']);
  return holdsPort(ports) && destinations.some((prefix) => service.destinations.test(prefix)) && holdsAddress(sources, address);
}

/** The rule with the smallest number decides; where none is about it the default rules let everything out. */
function letsOut(nsg: ArmResource | undefined, service: Service, address: string): boolean {
  const rules = list(nsg?.properties['securityRules']).map((rule) => record(at(rule, 'properties')));
  const about = rules.filter((rule) => isAbout(rule, service, address)).toSorted((a, b) => Number(a['priority']) - Number(b['priority']));
  return text(about[0]?.['access'])?.toLowerCase() !== 'deny';
}

function nsgOf(world: World, holder: unknown): ArmResource | undefined {
  return world.resources.get(text(at(holder, 'properties', 'networkSecurityGroup', 'id')) ?? '');
}

function subnetOf(world: World, id: string): unknown {
  const vnet = world.resources.get(id.replace(/\/subnets\/[^/]+$/i, ''));
  return list(vnet?.properties['subnets']).find((subnet) => text(at(subnet, 'id'))?.toLowerCase() === id.toLowerCase());
}

/** A subnet without default outbound access is left by a public address only, or for a service of which it has an endpoint. */
function hasWayOut(nic: ArmResource, subnet: unknown, { endpoint }: Service): boolean {
  if (at(subnet, 'properties', 'defaultOutboundAccess') !== false) return true;
  if (list(nic.properties['ipConfigurations']).some((one) => at(one, 'properties', 'publicIPAddress') !== undefined)) return true;
  const endpoints = list(at(subnet, 'properties', 'serviceEndpoints')).map((one) => text(at(one, 'service'))?.toLowerCase());
  return endpoint !== undefined && endpoints.includes(endpoint);
}

/**
 * Whether a machine reaches a service by its public endpoints: the security groups of an interface and of the subnet it is in let it out, and the subnet
 * has a way. Source: default outbound access, and service endpoints, in the documentation of virtual networks.
 */
export function mayReach(world: World, vm: ArmResource, service: keyof typeof SERVICES): boolean {
  const nics = list(at(vm.properties, 'networkProfile', 'networkInterfaces')).flatMap(
    (one) => world.resources.get(text(at(one, 'id')) ?? '') ?? [],
  );
  return nics.length === 0 || nics.some((nic) => mayLeave(world, nic, SERVICES[service]));
}

function mayLeave(world: World, nic: ArmResource, service: Service): boolean {
  const [first] = list(nic.properties['ipConfigurations']);
  const address = text(at(first, 'properties', 'privateIPAddress')) ?? '';
  const subnet = subnetOf(world, text(at(first, 'properties', 'subnet', 'id')) ?? '');
  return hasWayOut(nic, subnet, service) && [nic, subnet].every((holder) => letsOut(nsgOf(world, holder), service, address));
}
