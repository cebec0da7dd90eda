import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PORTAL, PROXY, tools, trustedFile } from './places';

/** What `npm` needs of the account. Nothing else of the test's environment reaches the server. */
const { PATH = '' } = process.env;

export interface Registered {
  tenantId: string;
  portalAppId: string;
  apiAppId: string;
  apiCertificate: string;
}

export interface Server {
  port: number;
  /** Ends it without warning. */
  kill(): Promise<void>;
}

/** The settings of docs/operations.md, for this tenant. */
export const settingsOf = (azure: Registered, port: number): Record<string, string> => ({
  TRESOR_TENANT_ID: azure.tenantId,
  TRESOR_PORTAL_CLIENT_ID: azure.portalAppId,
  TRESOR_API_CLIENT_ID: azure.apiAppId,
  TRESOR_API_CERTIFICATE: azure.apiCertificate,
  TRESOR_API_CERTIFICATE_KEY: azure.apiCertificate,
  TRESOR_PUBLIC_ORIGIN: `https://${PORTAL}`,
  TRESOR_DATA: join(tools.home(), 'server'),
  TRESOR_HOST: '[::1]',
  TRESOR_PORT: String(port),
  TRESOR_TRUSTED_PROXIES: '::1',
  HTTPS_PROXY: PROXY,
  NODE_EXTRA_CA_CERTS: trustedFile(),
});

/** `npm run start:cloud`, until the server says that it is so far. */
export async function startServer(settings: Record<string, string>, until: 'listening' | 'ready' = 'ready'): Promise<Server> {
  mkdirSync(settings['TRESOR_DATA'] ?? '', { recursive: true, mode: 0o700 });
  const account = { PATH, HOME: tools.home(), npm_config_update_notifier: 'false' };
  // A group of its own, so that npm and what it starts end together.
  const child = spawn('npm', ['run', '--silent', 'start:cloud'], {
    env: { ...account, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const exited = once(child, 'exit');
  const output: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith(`{"${until}":true`)) resolve();
      else output.push(line);
    });
  });
  await Promise.race([ready, exited.then(() => Promise.reject(new Error(output.join('\n').trim())))]);
  return {
    port: Number(settings['TRESOR_PORT']),
    async kill() {
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await exited;
    },
  };
}
