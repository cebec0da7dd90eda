import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

const PROXY_NAMES = ['HTTPS_PROXY', 'https_proxy'] as const;

function isProxy(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).hostname !== '';
}

export function holdsCertificate(file: string): boolean {
  try {
    return new X509Certificate(readFileSync(file)).subject !== undefined;
  } catch {
    return false;
  }
}

/** What is wrong with the way out of this computer. Node takes a proxy without scheme for none, and passes over a file that it cannot read. */
export function problemsOfWayOut(env: NodeJS.ProcessEnv): string[] {
  const problems = PROXY_NAMES.filter((name) => env[name] && !isProxy(env[name])).map(
    (name) => `${name} must be the URL of a proxy: http://<host>:<port>`,
  );
  const file = env['NODE_EXTRA_CA_CERTS'];
  if (file && !holdsCertificate(file)) problems.push(`NODE_EXTRA_CA_CERTS: ${file} cannot be read, or holds no certificate in PEM`);
  return problems;
}
