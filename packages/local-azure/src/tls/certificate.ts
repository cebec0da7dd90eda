import { randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { bits, integer, nothing, objectId, sequence, set, tagged, text, time } from './der';

interface CertificateRequest {
  /** Common name of the subject. */
  subject: string;
  publicKey: KeyObject;
  /** Common name and private key of who signs: RSA, or elliptic on P-256. */
  issuer: { name: string; privateKey: KeyObject };
  from: Date;
  until: Date;
  /** Encoded extensions. */
  extensions: readonly Buffer[];
}

const COMMON_NAME = '2.5.4.3';
const named = (name: string): Buffer => sequence(set(sequence(objectId(COMMON_NAME), text(name))));

const algorithmOf = (privateKey: KeyObject): Buffer =>
  privateKey.asymmetricKeyType === 'rsa'
    ? sequence(objectId('1.2.840.113549.1.1.11'), nothing())
    : sequence(objectId('1.2.840.10045.4.3.2'));

const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;

/** Makes an X.509 certificate of version 3 (RFC 5280), signed with SHA-256. Answers it as PEM. */
export function makeCertificate({ subject, publicKey, issuer, from, until, extensions }: CertificateRequest): string {
  const algorithm = algorithmOf(issuer.privateKey);
  const toBeSigned = sequence(
    tagged(0, integer(Buffer.from([2])), 'constructed'),
    integer(randomBytes(16)),
    algorithm,
    named(issuer.name),
    sequence(time(from), time(until)),
    named(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(...extensions), 'constructed'),
  );
  return pem(sequence(toBeSigned, algorithm, bits(sign('sha256', toBeSigned, issuer.privateKey))));
}
