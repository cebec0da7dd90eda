import { BlockList, isIP } from 'node:net';

const LOCAL = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
] as const)
  LOCAL.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  // Unspecified, loopback and every IPv4 address in the old way to write it here.
  ['::', 96],
  ['fe80::', 10],
  // The same IPv4 networks behind a translator (RFC 6052) and in 6to4 (RFC 3056).
  ['64:ff9b::', 104],
  ['64:ff9b::7f00:0', 104],
  ['64:ff9b::a9fe:0', 112],
  ['2002::', 24],
  ['2002:7f00::', 24],
  ['2002:a9fe::', 32],
  // Metadata of machines at other clouds.
  ['fd00:ec2::254', 128],
] as const)
  LOCAL.addSubnet(network, bits, 'ipv6');

/** Names that hosts files give to this computer. */
const NAMES = /^(?:(?:.+\.)?localhost|localhost\.localdomain|localhost6?(?:\.localdomain6?)?|ip6-(?:localhost|loopback))$/;

/** Whether a URL leads to this computer, or to the link it hangs on, however it is written. Parsed URLs know one spelling of an address. */
export function isLocalUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/(?<!\.)\.+$/, '');
  const version = isIP(host);
  return version === 0 ? NAMES.test(host) : LOCAL.check(host, version === 6 ? 'ipv6' : 'ipv4');
}
