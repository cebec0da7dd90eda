import { own } from './own';

/** What each mode refuses: no setting of the one may reach the other. */

const LOCAL_ONLY = [
  'TRESOR_API_CLIENT_SECRET',
  'TRESOR_AUTHORITY_METADATA',
  'TRESOR_AZURE_URL',
  'TRESOR_REVIEW',
  'TRESOR_REVIEW_APPROVALS',
];
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

const hostOf = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url).hostname : undefined);
const isLoopback = (url: string | undefined) => LOOPBACK.has(hostOf(url) ?? '');

export function problemsOfCloud(env: NodeJS.ProcessEnv): string[] {
  const problems: string[] = [];
  for (const name of LOCAL_ONLY) {
    if (own(env, name)) problems.push(`${name} belongs to local mode`);
  }
  if (!env['TRESOR_PUBLIC_ORIGIN']) problems.push('TRESOR_PUBLIC_ORIGIN is missing: the https origin people open');
  for (const name of ['TRESOR_PUBLIC_ORIGIN', 'TRESOR_AUTHORITY', 'TRESOR_ISSUER', 'TRESOR_JWKS_URL']) {
    const url = own(env, name);
    if (!url) continue;
    if (!url.startsWith('https://')) problems.push(`${name} must be https in cloud mode`);
    if (isLoopback(url)) problems.push(`${name} must not be a loopback address in cloud mode`);
  }
  return [...problems, ...problemsOfCloudCredential(env)];
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
  for (const name of ['TRESOR_AZURE_URL', 'TRESOR_ISSUER', 'TRESOR_JWKS_URL', 'TRESOR_AUTHORITY_METADATA', 'TRESOR_API_CLIENT_SECRET']) {
    if (!own(env, name)) problems.push(`${name} is missing in local mode`);
  }
  for (const name of ['TRESOR_PUBLIC_ORIGIN', 'TRESOR_AZURE_URL', 'TRESOR_JWKS_URL']) {
    if (own(env, name) && !isLoopback(own(env, name))) problems.push(`${name} must be a loopback address in local mode`);
  }
  for (const name of ['TRESOR_API_CERTIFICATE', 'TRESOR_API_CERTIFICATE_KEY', 'TRESOR_MANAGED_IDENTITY']) {
    if (own(env, name)) problems.push(`${name} belongs to cloud mode`);
  }
  return problems;
}
