import { createPrivateKey, X509Certificate } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { CLOUDS } from '../clouds';
import { parsed, read } from './files';
import { isLocalUrl } from './local-address';
import { problemsOfTelemetry } from './telemetry';
import { problemsOfWayOut } from './way-out';

/** What each mode refuses: no setting of the one may reach the other. */

const LOCAL_ONLY = [
  'TRESOR_API_CLIENT_SECRET',
  'TRESOR_AUTHORITY_METADATA',
  'TRESOR_AZURE_URL',
  'TRESOR_REVIEW',
  'TRESOR_REVIEW_APPROVALS',
  'TRESOR_REVIEW_KEY',
] as const;
const CLOUD_ONLY = [
  'TRESOR_API_CERTIFICATE',
  'TRESOR_API_CERTIFICATE_KEY',
  'TRESOR_MANAGED_IDENTITY',
  'TRESOR_SECURITY_CONTACT',
  'TRESOR_SECURITY_POLICY',
] as const;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

const hostOf = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url).hostname : undefined);
const isLoopback = (url: string | undefined) => LOOPBACK.has(hostOf(url) ?? '');

/** What is wrong with the files by which the API proves who it is. */
function problemsOfCredentialFiles({
  TRESOR_API_CERTIFICATE: certificateFile,
  TRESOR_API_CERTIFICATE_KEY: keyFile,
}: NodeJS.ProcessEnv): string[] {
  if (!certificateFile || !keyFile) return [];
  const certificateText = read('TRESOR_API_CERTIFICATE', certificateFile);
  const keyText = read('TRESOR_API_CERTIFICATE_KEY', keyFile);
  const problems = [certificateText, keyText].flatMap((one) => ('problem' in one ? [one.problem] : []));
  const certificate = 'text' in certificateText ? parsed(() => new X509Certificate(certificateText.text)) : undefined;
  const key = 'text' in keyText ? parsed(() => createPrivateKey(keyText.text)) : undefined;
  if ('text' in certificateText && !certificate) problems.push(`TRESOR_API_CERTIFICATE: ${certificateFile} holds no certificate in PEM`);
  if ('text' in keyText && !key) problems.push(`TRESOR_API_CERTIFICATE_KEY: ${keyFile} holds no private key in PEM without a password`);
  if (certificate && key && !certificate.checkPrivateKey(key))
    problems.push('TRESOR_API_CERTIFICATE_KEY is the key of another certificate than TRESOR_API_CERTIFICATE');
  return problems;
}

/** Addresses of nobody (RFC 5737, RFC 3849): a list that holds one of them was not meant. */
const OF_NOBODY = ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1'];
const FEWEST_BITS = { ipv4: 8, ipv6: 16 };

const FAMILIES = { 4: 32, 6: 128 };

/** The addresses and networks of a list; what is none is refused elsewhere. */
const networksIn = (list = ''): string[] =>
  list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => {
      const [address = '', bits = '0'] = one.split('/');
      const version = isIP(address);
      return (version === 4 || version === 6) && /^\d{1,3}$/.test(bits) && Number(bits) <= FAMILIES[version];
    });

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether anyone who lies in these networks could be anybody, who then could claim any address. */
function trustEverybody(proxies: readonly string[]): boolean {
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

export function problemsOfCloud(env: NodeJS.ProcessEnv): string[] {
  const problems: string[] = [];
  const cloud = env['TRESOR_CLOUD'] || 'public';
  for (const name of LOCAL_ONLY) {
    if (env[name]) problems.push(`${name} belongs to local mode`);
  }
  if (!env['TRESOR_PUBLIC_ORIGIN']) problems.push('TRESOR_PUBLIC_ORIGIN is missing: the https origin people open');
  for (const name of ['TRESOR_PUBLIC_ORIGIN', 'TRESOR_AUTHORITY', 'TRESOR_ISSUER', 'TRESOR_JWKS_URL'] as const) {
    const url = env[name];
    if (!url || !URL.canParse(url)) continue;
    const { protocol, username, password } = new URL(url);
    if (protocol !== 'https:') problems.push(`${name} must be https in cloud mode`);
    if (username || password) problems.push(`${name} must not hold a name or a password`);
    if (isLocalUrl(url)) problems.push(`${name} must not lead to this computer or its link in cloud mode`);
    const other = Object.values(CLOUDS).find(({ login }) => login === new URL(url).origin)?.name;
    if (other !== undefined && other !== cloud) problems.push(`${name} is of the cloud ${other}, and TRESOR_CLOUD says ${cloud}`);
  }
  if (env['TRESOR_SECURITY_POLICY'] && !env['TRESOR_SECURITY_CONTACT'])
    problems.push('TRESOR_SECURITY_POLICY is told beside a contact only: set TRESOR_SECURITY_CONTACT');
  if (env['NODE_TLS_REJECT_UNAUTHORIZED']?.trim() === '0')
    problems.push('NODE_TLS_REJECT_UNAUTHORIZED=0 believes every server; cloud mode does not run with it');
  if (trustEverybody(networksIn(env['TRESOR_TRUSTED_PROXIES'])))
    problems.push('TRESOR_TRUSTED_PROXIES holds a network so wide that anybody could claim any address; name the proxies alone');
  return [
    ...problems,
    ...problemsOfWayOut(env),
    ...problemsOfTelemetry(env, 'cloud'),
    ...problemsOfCloudCredential(env),
    ...problemsOfCredentialFiles(env),
  ];
}

function problemsOfCloudCredential(env: NodeJS.ProcessEnv): string[] {
  const certificate = Boolean(env['TRESOR_API_CERTIFICATE']);
  const key = Boolean(env['TRESOR_API_CERTIFICATE_KEY']);
  const identity = Boolean(env['TRESOR_MANAGED_IDENTITY']);
  if (certificate !== key) return ['TRESOR_API_CERTIFICATE and TRESOR_API_CERTIFICATE_KEY belong together'];
  if (certificate && identity) return ['TRESOR_API_CERTIFICATE and TRESOR_MANAGED_IDENTITY exclude each other'];
  if (!certificate && !identity) {
    return [
      'no credential: set TRESOR_API_CERTIFICATE with TRESOR_API_CERTIFICATE_KEY, or TRESOR_MANAGED_IDENTITY (a client id, or "system")',
    ];
  }
  return [];
}

export function problemsOfLocal(env: NodeJS.ProcessEnv): string[] {
  const problems: string[] = [];
  if (env['NODE_ENV'] === 'production') problems.push('local mode does not run with NODE_ENV=production');
  if (env['TRESOR_HOST'] && !LOOPBACK.has(env['TRESOR_HOST'])) problems.push('TRESOR_HOST must be a loopback address in local mode');
  for (const name of [
    'TRESOR_AZURE_URL',
    'TRESOR_ISSUER',
    'TRESOR_JWKS_URL',
    'TRESOR_AUTHORITY_METADATA',
    'TRESOR_API_CLIENT_SECRET',
  ] as const) {
    if (!env[name]) problems.push(`${name} is missing in local mode`);
  }
  for (const name of ['TRESOR_PUBLIC_ORIGIN', 'TRESOR_AZURE_URL', 'TRESOR_JWKS_URL'] as const) {
    if (env[name] && !isLoopback(env[name])) problems.push(`${name} must be a loopback address in local mode`);
  }
  if (env['TRESOR_AUTHORITY_METADATA'] && !isMetadata(env['TRESOR_AUTHORITY_METADATA']))
    problems.push('TRESOR_AUTHORITY_METADATA must be the JSON of an OpenID configuration');
  for (const name of CLOUD_ONLY) {
    if (env[name]) problems.push(`${name} belongs to cloud mode`);
  }
  return [...problems, ...problemsOfTelemetry(env, 'local')];
}

/** Whether a text is what the page and MSAL read their endpoints from. */
function isMetadata(text: string): boolean {
  try {
    const metadata: unknown = JSON.parse(text);
    return typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata);
  } catch {
    return false;
  }
}
