import { at, text } from '../src/world/json';
import { policyOf, subscription, vault } from './client';
import type { Answer, Client, Send } from './client';
import type { Entry } from './ledger';

/** Reads a member of what may not be there. */
async function member(asked: Promise<Answer>, ...path: string[]): Promise<string | undefined> {
  const answer = await asked;
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw new Error(`A read was refused with ${answer.status}.`);
  const value = at(answer.body, ...path);
  return typeof value === 'number' ? String(value) : text(value);
}

const statusOf = async (answer: Promise<Answer>): Promise<number> => (await answer).status;

/** A resource group; the value is a tag. */
function resourceGroup(arm: Send, name: string): Entry {
  const path = `${subscription}/resourceGroups/${name}`;
  return {
    name: `group ${name}`,
    write: (value = '') => statusOf(arm('PUT', path, { location: 'westeurope', tags: { value } })),
    read: () => member(arm('GET', path), 'tags', 'value'),
  };
}

/** A backup policy that comes and goes; the value is how long it keeps points. */
function policy(arm: Send, name: string): Entry {
  const path = `${vault}/backupPolicies/${name}`;
  const write = (value: string | undefined) => (value === undefined ? arm('DELETE', path) : arm('PUT', path, policyOf(Number(value))));
  return {
    name: `policy ${name}`,
    write: (value) => statusOf(write(value)),
    read: () => member(arm('GET', path), 'properties', 'retentionPolicy', 'dailySchedule', 'retentionDuration', 'count'),
  };
}

/** A secret; every write is a new version. */
function secret(keyVault: Send, name: string): Entry {
  return {
    name: `secret ${name}`,
    write: (value = '') => statusOf(keyVault('PUT', `/secrets/${name}`, { value })),
    read: () => member(keyVault('GET', `/secrets/${name}`), 'value'),
  };
}

/** What one writer has to himself. */
export function entriesOf(client: Client, writer: number): Entry[] {
  const names = ['a', 'b', 'c'].map((letter) => `chaos-${writer}-${letter}`);
  const keyVault = client.keyVault('contosokv');
  return names.flatMap((name) => [resourceGroup(client.arm, name), policy(client.arm, name), secret(keyVault, name)]);
}
