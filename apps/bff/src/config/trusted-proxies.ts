import { BlockList, isIP } from 'node:net';

/** Addresses of nobody (RFC 5737, RFC 3849): a list that holds one of them was not meant. */
const OF_NOBODY = ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1'];
const FEWEST_BITS = { ipv4: 8, ipv6: 16 };

const FAMILIES = { 4: 32, 6: 128 };

/** The addresses and networks of a list; what is none is refused elsewhere. */
export const networksIn = (list = ''): string[] =>
  list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => {
      const [address = '', bits = '0'] = one.split('/');
      const version = isIP(address);
      return (version === 4 || version === 6) && /^\d{1,3}$/.test(bits) && Number(bits) <= FAMILIES[version];
    });

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether whoever lies in these networks could be anybody, who then could claim any address. */
export function trustEverybody(proxies: readonly string[]): boolean {
  const trusted = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = familyOf(address);
    if (bits === undefined) trusted.addAddress(address, family);
    else if (Number(bits) < FEWEST_BITS[family]) return true;
    else trusted.addSubnet(address, Number(bits), family);
  }
  return OF_NOBODY.some((address) => trusted.check(address, familyOf(address)) || trusted.check(`::ffff:${address}`, 'ipv6'));
}
