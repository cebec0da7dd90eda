import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CLOUDS } from '../apps/bff/src/clouds';
import { API_SCOPE } from '../apps/bff/src/session/token-authenticator';

const file = (name: string) => join(import.meta.dirname, '../deploy', name);
const script = readFileSync(file('register-apps.sh'), 'utf8');

it('the script registers the scope that the API asks for', () => {
  expect(script).toContain(API_SCOPE);
});

it.each(Object.values(CLOUDS))(
  'it knows where people sign in to the cloud $name, and for whom the token of a managed identity is meant',
  (cloud) => {
    const { login, tokenExchange } = cloud;
    expect(script).toMatch(new RegExp(`\\b${cloud.name}\\).*login=${login} exchange=${tokenExchange} ;;`));
  },
);

const run = (...args: string[]) => spawnSync('bash', [file('register-apps.sh'), ...args], { encoding: 'utf8' });

it.each([
  ['no origin', [], '--origin is missing'],
  ['an origin without TLS', ['--origin', 'http://tresor.example'], 'is no https origin'],
  ['an origin with a path', ['--origin', 'https://tresor.example/there', '--certificate', 'api.pem'], 'is no https origin'],
  ['what could end a text', ['--name', 'Tresor"', '--origin', 'https://tresor.example'], '--name:'],
  ['no way to prove who it is', ['--origin', 'https://tresor.example'], 'one of --certificate'],
  ['two ways', ['--origin', 'https://a.example', '--certificate', 'a', '--managed-identity', 'b'], 'exclude each other'],
  ['an option without its value', ['--origin'], '--origin needs a value'],
  ['an option that there is not', ['--force'], 'is no option'],
] as const)('with %s it refuses before it asks anybody', (_, args, reason) => {
  const { status, stderr } = run(...args);
  expect(stderr).toContain(reason);
  expect(status).toBe(1);
});
