import { BlockList, isIPv4 } from 'node:net';

/** Whether an IPv4 address, or the first of a range, is in a range (`10.0.0.0/16`, or a single address). Nothing else is in any. */
export function isWithin(address: string, range: string): boolean {
  const [first = '', bits = '32'] = range.split('/');
  const [given = '', own = '32'] = address.split('/');
  if (!isIPv4(first) || !isIPv4(given) || Number(bits) > 32 || Number(own) < Number(bits)) return false;
  const block = new BlockList();
  block.addSubnet(first, Number(bits), 'ipv4');
  return block.check(given, 'ipv4');
}
