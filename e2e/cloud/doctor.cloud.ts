import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '../support/test';
import { tools } from './places';
import { settingsOf } from './server';

const { PATH = '' } = process.env;

/** `npm run doctor` as somebody runs it at the server's command line. */
function askDoctor(settings: Record<string, string>, language: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'doctor', '--', '--language', language], {
    env: { PATH, HOME: tools.home(), npm_config_update_notifier: 'false', ...settings },
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, said: stdout + stderr };
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
    const healthy = askDoctor(settings, 'en');
    expect(healthy.said).toContain('To mend: 0');
    expect(healthy.status).toBe(0);

    const broken = askDoctor({ ...settings, HTTPS_PROXY: 'http://127.0.0.1:3129' }, 'de');
    expect(broken.said).toContain('✗ Verbindung zum Proxy: 127.0.0.1:3129 nimmt keine Verbindung an (ECONNREFUSED).');
    expect(broken.said).toContain('Zu beheben: 1 ');
    expect(broken.status).toBe(1);

    const full = askDoctor({ ...settings, TRESOR_DATA: smallFolder() }, 'en');
    expect(full.said).toContain('✗ Space for data: Only ');
    expect(full.said).toContain('To mend: 1 ');
  },
);
