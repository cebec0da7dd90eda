import { isWithin } from './addresses';
import { at, list, record, text } from '../json';
import type { World } from '../world';

/** Where everybody outside calls from, as firewalls see it: an address of a block that is reserved for examples. */
export const CALLER_ADDRESS = '198.51.100.7';

/** What the firewall of a key vault or a storage account says. */
type NetworkAcls = Readonly<Record<string, unknown>>;

const isClosed = (properties: NetworkAcls): boolean => properties['publicNetworkAccess'] === 'Disabled';

/** Whether a firewall lets those from outside in: it is open, or a rule names the address they call from. Nobody calls from a network here. */
export function admitsCaller(properties: NetworkAcls): boolean {
  const acls = record(properties['networkAcls']);
  if (isClosed(properties)) return false;
  return acls['defaultAction'] !== 'Deny' || list(acls['ipRules']).some((rule) => isWithin(CALLER_ADDRESS, text(at(rule, 'value')) ?? ''));
}

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8'];

/** What is wrong with the rules of a firewall; undefined where they can be kept. */
export function troubleWithRules(world: World, acls: unknown): string | undefined {
  const address = list(at(acls, 'ipRules'))
    .map((rule) => text(at(rule, 'value')) ?? '')
    .find((value) => !isWithin(value, value) || PRIVATE.some((range) => isWithin(value, range)));
  if (address !== undefined) return `'${address}' is no public IPv4 address or range.`;
  const subnet = list(at(acls, 'virtualNetworkRules'))
    .map((rule) => text(at(rule, 'id')) ?? '')
    .find((id) => !isSubnet(world, id));
  return subnet === undefined ? undefined : `The subnet '${subnet}' was not found.`;
}

function isSubnet(world: World, id: string): boolean {
  const vnet = world.resources.get(id.replace(/\/subnets\/[^/]+$/i, ''));
  return list(vnet?.properties['subnets']).some((subnet) => text(at(subnet, 'id'))?.toLowerCase() === id.toLowerCase());
}
