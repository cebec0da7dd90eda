import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { makeCertificate } from './certificate';
import * as extensions from './extensions';
import { besideState, keep } from './files';

/** What a TLS server and those who trust it need, as PEM. */
export interface TlsMaterial {
  /** The certificate of the authority, for clients to trust. */
  ca: string;
  certificate: string;
  key: string;
  /** Where `ca` is kept; absent for a world in memory. */
  caFile?: string;
}

const DAY = 86_400_000;
/** Apple's clients trust no server certificate for longer. */
const LIFETIME = 825 * DAY;
const RENEWAL = 30 * DAY;
const AUTHORITY = 'Local Azure Authority';

const pkcs8 = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Makes an authority and a server certificate. The authority's key is forgotten at once: nobody can ever sign with it again. */
export function makeTlsMaterial(names: readonly string[], now = Date.now()): TlsMaterial {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const common = {
    issuer: { name: AUTHORITY, privateKey: authority.privateKey },
    from: new Date(now - DAY),
    until: new Date(now - DAY + LIFETIME),
  };
  const ca = makeCertificate({
    ...common,
    subject: AUTHORITY,
    publicKey: authority.publicKey,
    extensions: [
      extensions.basicConstraints('certificates'),
      extensions.keyUsage('keyCertSign'),
      extensions.subjectKeyIdentifier(authority.publicKey),
    ],
  });
  const certificate = makeCertificate({
    ...common,
    subject: 'Local Azure',
    publicKey: server.publicKey,
    extensions: [
      extensions.basicConstraints('nothing'),
      extensions.keyUsage('digitalSignature'),
      extensions.extendedKeyUsage('serverAuth'),
      extensions.subjectKeyIdentifier(server.publicKey),
      extensions.authorityKeyIdentifier(authority.publicKey),
      extensions.subjectAltName(names),
    ],
  });
  return { ca, certificate, key: pkcs8(server.privateKey) };
}

function isUsable({ ca, certificate, key }: TlsMaterial, names: readonly string[], now: number): boolean {
  try {
    const server = new X509Certificate(certificate);
    const covered = names.every((name) => (server.subjectAltName ?? '').includes(name === '::1' ? '0:0:0:0:0:0:0:1' : name));
    const valid = Date.parse(server.validTo) - RENEWAL > now;
    return covered && valid && server.verify(new X509Certificate(ca).publicKey) && server.checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

/**
 * The TLS material kept beside a state file (`<name>-ca.pem`, `<name>-server.pem`), made at the first start and again before it
 * expires. A world in memory gets its own each time.
 */
export function openTlsMaterial(stateFile: string, names: readonly string[]): TlsMaterial {
  if (stateFile === ':memory:') return makeTlsMaterial(names);
  const [caFile, serverFile] = [besideState(stateFile, 'ca.pem'), besideState(stateFile, 'server.pem')];
  if (existsSync(caFile) && existsSync(serverFile)) {
    const kept = readFileSync(serverFile, 'utf8');
    const known = { ca: readFileSync(caFile, 'utf8'), certificate: kept, key: kept, caFile };
    if (isUsable(known, names, Date.now())) return known;
  }
  const made = makeTlsMaterial(names);
  keep(serverFile, made.certificate + made.key);
  keep(caFile, made.ca);
  return { ...made, caFile };
}
