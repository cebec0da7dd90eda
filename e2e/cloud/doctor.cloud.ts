import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '../support/test';
import { tools } from './places';
import { settingsOf } from './server';

const { PATH = '' } = process.env;

/** `npm run doctor` as somebody runs it at the server's command line. Not waited for in one go: what stands in front of the server is served here. */
async function askDoctor(settings: Record<string, string>, language: string): Promise<{ status: number | null; output: string }> {
  const child = spawn('npm', ['run', '--silent', 'doctor', '--', '--language', language], {
    env: { PATH, HOME: tools.home(), npm_config_update_notifier: 'false', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: child.exitCode, output: stdout + stderr };
}

const mount = (...args: string[]) => execFileSync('mount', args);

/** A folder with room for 64 MiB; what holds it counts as no disk in memory, and goes with the mounts of this network. */
function smallFolder(): string {
  const place = mkdtempSync(resolve('test-results/small-'));
  const [lower, upper, work, folder] = ['lower', 'upper', 'work', 'folder'].map((name) => join(place, name));
  mount('-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', place);
  for (const made of [lower, upper, work, folder]) mkdirSync(String(made), { mode: 0o700 });
  mount('-t', 'overlay', '-o', `lowerdir=${lower},upperdir=${upper},workdir=${work}`, 'overlay', String(folder));
  return String(folder);
}

test(
  'the doctor finds nothing at the command line of a healthy server, the proxy where that is broken, and a disk that is nearly full',
  { tag: '@cloud' },
  async ({ tenant, world: _fresh }) => {
    test.slow();
    // The company’s other folders may be in memory, which the doctor would find.
    mkdirSync('test-results', { recursive: true });
    const TRESOR_DATA = mkdtempSync(resolve('test-results/doctor-'));
    const settings = { ...settingsOf(tenant.registered, tenant.port), TRESOR_DATA };
    const healthy = await askDoctor(settings, 'en');
    expect(healthy.output).toContain('To mend: 0');
    expect(healthy.output).not.toContain('no answer came in time');
    expect(healthy.status).toBe(0);

    const broken = await askDoctor({ ...settings, HTTPS_PROXY: 'http://127.0.0.1:3129' }, 'de');
    expect(broken.output).toContain('✗ Verbindung zum Proxy: 127.0.0.1:3129 nimmt keine Verbindung an (ECONNREFUSED).');
    expect(broken.output).toContain('Zu beheben: 1 ');
    expect(broken.status).toBe(1);

    const full = await askDoctor({ ...settings, TRESOR_DATA: smallFolder() }, 'en');
    expect(full.output).toContain('✗ Space for data: Only ');
    expect(full.output).toContain('To mend: 1 ');
  },
);
