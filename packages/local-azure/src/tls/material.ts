import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { makeCertificate } from './certificate';
import * as extensions from './extensions';
import { installationKey } from '../world/state/installation-key';
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
export function makeTlsMaterial(names: readonly string[]): TlsMaterial {
  const now = Date.now();
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
  const passphrase = installationKey(stateFile).toString('hex');
  const known = existsSync(caFile) && existsSync(serverFile) ? readMaterial(caFile, serverFile, passphrase) : undefined;
  if (known && isUsable(known, names, Date.now())) return { ...known, caFile };
  const made = makeTlsMaterial(names);
  keep(serverFile, made.certificate + sealed(made.key, passphrase));
  keep(caFile, made.ca);
  return { ...made, caFile };
}

const sealed = (key: string, passphrase: string): string =>
  createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();

/** What is kept, its key opened; one that an earlier version wrote openly is sealed. Undefined when it cannot be read. */
function readMaterial(caFile: string, serverFile: string, passphrase: string): TlsMaterial | undefined {
  try {
    const kept = readFileSync(serverFile, 'utf8');
    const certificate = new X509Certificate(kept).toString();
    const key = pkcs8(createPrivateKey({ key: kept, passphrase }));
    if (!kept.includes('ENCRYPTED PRIVATE KEY')) keep(serverFile, certificate + sealed(key, passphrase));
    return { ca: readFileSync(caFile, 'utf8'), certificate, key };
  } catch {
    return undefined;
  }
}
