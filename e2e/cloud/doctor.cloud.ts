import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { resolve } from 'node:path';
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

test(
  'the doctor finds nothing at the command line of a healthy server, and the proxy where that is broken',
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
  },
);
