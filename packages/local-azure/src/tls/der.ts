/** Distinguished Encoding Rules (ITU-T X.690), as much of them as an X.509 certificate needs. */

function lengthOf(content: Buffer): Buffer {
  if (content.length < 0x80) return Buffer.from([content.length]);
  const hex = content.length.toString(16);
  const digits = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 | digits.length]), digits]);
}

function encode(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
}

/** SEQUENCE. */
export const sequence = (...parts: Buffer[]): Buffer => encode(0x30, Buffer.concat(parts));

/** SET; nothing here has more than one member, whose order DER would ask for. */
export const set = (...parts: Buffer[]): Buffer => encode(0x31, Buffer.concat(parts));

/** OCTET STRING. */
export const octets = (content: Buffer): Buffer => encode(0x04, content);

/** UTF8String. */
export const text = (content: string): Buffer => encode(0x0c, Buffer.from(content, 'utf8'));

/** BOOLEAN, true; false is left out, as DER asks for a default. */
export const yes = (): Buffer => encode(0x01, Buffer.from([0xff]));

/** NULL. */
export const nothing = (): Buffer => encode(0x05, Buffer.alloc(0));

/** A whole number, not negative, from its big-endian bytes. */
export function integer(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Buffer.from([0]) : bytes.subarray(first);
  return encode(0x02, (digits[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits);
}

/** Bits, of which the last `unused` do not count. */
export const bits = (content: Buffer, unused = 0): Buffer => encode(0x03, Buffer.concat([Buffer.from([unused]), content]));

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) digits.unshift(0x80 | (rest & 0x7f));
  return digits;
}

/** An object identifier from its dotted form, such as `2.5.29.17`. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encode(0x06, Buffer.from([40 * first + second, ...rest.flatMap(base128)]));
}

/** A moment to the second, in the two forms RFC 5280 prescribes: with two digits for the year until 2049, with four after that. */
export function time(moment: Date): Buffer {
  const digits = `${moment.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
  return moment.getUTCFullYear() < 2050 ? encode(0x17, Buffer.from(digits.slice(2))) : encode(0x18, Buffer.from(digits));
}

/** A context-specific tag around a whole value (constructed) or in place of its own tag (primitive). */
export const tagged = (number: number, content: Buffer, form: 'constructed' | 'primitive'): Buffer =>
  encode((form === 'constructed' ? 0xa0 : 0x80) | number, content);
