import { createHash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { bits, objectId, octets, sequence, tagged, yes } from './der';

/** Extensions of X.509 certificates, RFC 5280 section 4.2. */

const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  sequence(objectId(id), ...(critical ? [yes()] : []), octets(value));

/** Names a public key: the start of a digest over it. */
const keyIdentifier = (publicKey: KeyObject): Buffer =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20);

/** By which what it signs names it; section 4.2.1.2. */
export const subjectKeyIdentifier = (publicKey: KeyObject): Buffer => extension('2.5.29.14', false, octets(keyIdentifier(publicKey)));

/** Python's strict verification refuses a certificate without it. */
export const authorityKeyIdentifier = (publicKey: KeyObject): Buffer =>
  extension('2.5.29.35', false, sequence(tagged(0, keyIdentifier(publicKey), 'primitive')));

/** `certificates`: may sign certificates, but no further authorities. */
export const basicConstraints = (may: 'certificates' | 'nothing'): Buffer =>
  extension('2.5.29.19', true, may === 'certificates' ? sequence(yes(), Buffer.from([0x02, 0x01, 0x00])) : sequence());

const usages = { digitalSignature: bits(Buffer.from([0x80]), 7), keyCertSign: bits(Buffer.from([0x04]), 2) };

/** Critical; section 4.2.1.3. */
export const keyUsage = (usage: keyof typeof usages): Buffer => extension('2.5.29.15', true, usages[usage]);

const purposes = { serverAuth: '1.3.6.1.5.5.7.3.1', clientAuth: '1.3.6.1.5.5.7.3.2' };

/** Not critical; section 4.2.1.12. */
export const extendedKeyUsage = (purpose: keyof typeof purposes): Buffer =>
  extension('2.5.29.37', false, sequence(objectId(purposes[purpose])));

function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail = ''] = address.split('::');
  const [left = [], right = []] = [head, tail].map((half) => half.split(':').filter((part) => part !== ''));
  const middle = '0'.repeat(8 - left.length - right.length).split('');
  const words = [...left, ...middle, ...right].map((part) => Number.parseInt(part, 16));
  return Buffer.from(words.flatMap((word) => [word >> 8, word & 0xff]));
}

const generalName = (name: string): Buffer =>
  isIP(name) ? tagged(7, addressBytes(name), 'primitive') : tagged(2, Buffer.from(name), 'primitive');

/** Host names, wildcards included, and IP addresses that a certificate stands for. */
export const subjectAltName = (names: readonly string[]): Buffer => extension('2.5.29.17', false, sequence(...names.map(generalName)));
