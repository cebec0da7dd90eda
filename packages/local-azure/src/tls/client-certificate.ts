import { createPrivateKey, generateKeyPair, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { makeCertificate } from './certificate';
import * as extensions from './extensions';
import { besideState, keep } from './files';

const YEAR = 365 * 86_400_000;

/** Makes a certificate, signed with its own RSA key, by which a program can prove who it is. Both as PEM. */
export async function makeClientCertificate(subject: string, now = Date.now()): Promise<{ certificate: string; key: string }> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const certificate = makeCertificate({
    subject,
    publicKey,
    issuer: { name: subject, privateKey },
    from: new Date(now - 86_400_000),
    until: new Date(now + 2 * YEAR),
    extensions: [
      extensions.basicConstraints('nothing'),
      extensions.keyUsage('digitalSignature'),
      extensions.extendedKeyUsage('clientAuth'),
      extensions.subjectKeyIdentifier(publicKey),
    ],
  });
  return { certificate, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function usable(pem: string): string | undefined {
  try {
    const certificate = new X509Certificate(pem);
    const fits = certificate.checkPrivateKey(createPrivateKey(pem)) && Date.parse(certificate.validTo) - YEAR > Date.now();
    return fits ? certificate.toString() : undefined;
  } catch {
    return undefined;
  }
}

/** The certificate and key of a program, kept in one file beside the state file and made at the first start. Answers the certificate. */
export async function openClientCertificate(
  stateFile: string,
  subject: string,
  name: string,
): Promise<{ certificate: string; file: string }> {
  const file = besideState(stateFile, name);
  const kept = existsSync(file) ? usable(readFileSync(file, 'utf8')) : undefined;
  if (kept !== undefined) return { certificate: kept, file };
  const { certificate, key } = await makeClientCertificate(subject);
  keep(file, certificate + key);
  return { certificate, file };
}
