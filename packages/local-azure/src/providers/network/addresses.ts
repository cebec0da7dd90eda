import { ArmError } from '../../arm/route';
import { at, list, record, text } from '../../world/json';
import type { World } from '../../world/world';
import { NIC_TYPE } from './types';

/** Addresses that Azure keeps for itself: at the beginning of a subnet, and the last one. */
const RESERVED = 4;
const RESERVED_LAST = 1;

const toNumber = (address: string): number => address.split('.').reduce((total, part) => total * 256 + Number(part), 0);
const toAddress = (value: number): string => [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');

interface Span {
  first: number;
  last: number;
}

function spanOf(prefix: string): Span | undefined {
  const [, address, bits] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(prefix) ?? [];
  if (address === undefined) return undefined;
  const size = 2 ** (32 - Number(bits));
  const from = Math.floor(toNumber(address) / size) * size;
  return { first: from + RESERVED, last: from + size - 1 - RESERVED_LAST };
}

/** How many addresses a subnet has for what is attached to it; undefined where its prefix is not valid. */
export function roomOf(prefix: string): number | undefined {
  const span = spanOf(prefix);
  return span && Math.max(0, span.last - span.first + 1);
}

/** The addresses that network interfaces hold in a subnet, by the interface's id in lower case. */
export function heldIn(world: World, subnetId: string): Map<string, string[]> {
  const subscription = subnetId.split('/').slice(0, 3).join('/');
  const held = new Map<string, string[]>();
  for (const nic of world.resources.list(NIC_TYPE, subscription)) {
    const own = list(nic.properties['ipConfigurations'])
      .map((configuration) => record(at(configuration, 'properties')))
      .filter((properties) => text(at(properties, 'subnet', 'id'))?.toLowerCase() === subnetId.toLowerCase())
      .flatMap((properties) => text(properties['privateIPAddress']) ?? []);
    if (own.length > 0) held.set(nic.id.toLowerCase(), own);
  }
  return held;
}

/** The address of an interface in a subnet: the one asked for, or the first that nobody has. @throws ArmError 400 or 409 */
export function allocate({ name, prefix }: { name: string; prefix: string }, taken: readonly string[], asked: string | undefined): string {
  const span = spanOf(prefix);
  if (!span) throw new ArmError(400, 'InvalidAddressPrefixFormat', `Address prefix ${prefix} is not valid.`);
  if (asked !== undefined) {
    const value = toNumber(asked);
    if (value < span.first || value > span.last) {
      throw new ArmError(
        400,
        'PrivateIPAddressNotInSubnet',
        `Private static IP address ${asked} does not belong to the range of subnet prefix ${prefix}.`,
      );
    }
    if (!taken.includes(asked)) return asked;
    throw new ArmError(409, 'PrivateIPAddressInUse', `IP address ${asked} is already allocated.`);
  }
  const used = new Set(taken);
  for (let value = span.first; value <= span.last; value += 1) if (!used.has(toAddress(value))) return toAddress(value);
  throw new ArmError(400, 'SubnetIsFull', `Subnet ${name} with address prefix ${prefix} does not have enough capacity for 1 IP addresses.`);
}
