import { CLOUDS } from '../clouds';
import { problemsOfCredentialFiles } from './credential-files';
import { isLocalUrl } from './local-address';
import { problemsOfWayOut } from './way-out';
import { networksIn, trustEverybody } from './trusted-proxies';

/** What each mode refuses: no setting of the one may reach the other. */

const LOCAL_ONLY = [
  'TRESOR_API_CLIENT_SECRET',
  'TRESOR_AUTHORITY_METADATA',
  'TRESOR_AZURE_URL',
  'TRESOR_REVIEW',
  'TRESOR_REVIEW_APPROVALS',
  'TRESOR_REVIEW_KEY',
] as const;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

const hostOf = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url).hostname : undefined);
const isLoopback = (url: string | undefined) => LOOPBACK.has(hostOf(url) ?? '');

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
  if (env['NODE_TLS_REJECT_UNAUTHORIZED']?.trim() === '0')
    problems.push('NODE_TLS_REJECT_UNAUTHORIZED=0 believes every server; cloud mode does not run with it');
  if (env['REDIS_URL'] && !/^rediss:/i.test(env['REDIS_URL']))
    problems.push('REDIS_URL must be rediss:// in cloud mode: orders and tokens travel there');
  if (trustEverybody(networksIn(env['TRESOR_TRUSTED_PROXIES'])))
    problems.push('TRESOR_TRUSTED_PROXIES holds a network so wide that anybody could claim any address; name the proxies alone');
  return [...problems, ...problemsOfWayOut(env), ...problemsOfCloudCredential(env), ...problemsOfCredentialFiles(env)];
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
  for (const name of ['TRESOR_API_CERTIFICATE', 'TRESOR_API_CERTIFICATE_KEY', 'TRESOR_MANAGED_IDENTITY'] as const) {
    if (env[name]) problems.push(`${name} belongs to cloud mode`);
  }
  return problems;
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
