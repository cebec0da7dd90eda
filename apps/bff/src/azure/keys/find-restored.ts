import type { KeyLink } from '@tresor/contracts';
import * as z from 'zod';
import { nameOf } from '@tresor/support-matrix';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { callKeyVault } from './key-vault-call';
import { keyReference, type KeyReference } from './key-reference';
import { isStatus } from '../connection/upstream-failure';
import { ageOf, readVersions, stateOf } from './versions';

/**
 * A key or secret where it was put back; `missing`: it is not in the key vault, `unreadable`: the user may not look there, `firewalled`:
 * our server may not.
 */
export type FoundLink = KeyLink | 'missing' | Dark;

type Dark = 'unreadable' | 'firewalled';

export const linkOf = (found: FoundLink): KeyLink | undefined => (typeof found === 'object' ? found : undefined);

/** A key restored from its backup keeps its name and version. */
export async function findKey(session: AzureSession, wanted: KeyReference, keyVaultId: string): Promise<FoundLink> {
  const keyVaultName = nameOf(keyVaultId);
  const found = await readVersions(session, { kind: 'keys', keyVaultName, name: wanted.name });
  const state = stateOf(found, wanted.version, session.now());
  return state === 'missing' || state === 'unreadable' || state === 'firewalled'
    ? state
    : link(session, keyVaultId, 'keys', wanted.name, wanted.version, { state, ...ageOf(found, wanted.version) });
}

/** A secret put back gets a new version: the one that holds the same value, newest first. */
export async function findSecret(session: AzureSession, wanted: KeyReference, value: string, keyVaultId: string): Promise<FoundLink> {
  const keyVaultName = nameOf(keyVaultId);
  const found = await readVersions(session, { kind: 'secrets', keyVaultName, name: wanted.name });
  if (found.state !== 'there') return found.state === 'deleted' ? 'missing' : found.state;
  for (const { version } of found.versions.toSorted((a, b) => b.created - a.created)) {
    const state = stateOf(found, version, session.now());
    if (state !== 'present') continue;
    const held = await holds(session, keyVaultName, wanted.name, version, value);
    if (held === 'unreadable') return held;
    if (held) return link(session, keyVaultId, 'secrets', wanted.name, version, { state, ...ageOf(found, version) });
  }
  return 'missing';
}

const valueBody = z.object({ value: z.string() });

async function holds(
  session: AzureSession,
  keyVaultName: string,
  name: string,
  version: string,
  value: string,
): Promise<boolean | 'unreadable'> {
  try {
    const answer = await callKeyVault(session, 'read', keyVaultName, 'GET', `secrets/${name}/${version}`);
    return expectBody(valueBody, answer.body).value === value;
  } catch (error) {
    if (isStatus(error, 403)) return 'unreadable';
    if (isStatus(error, 404)) return false;
    throw error;
  }
}

type Standing = Pick<KeyLink, 'state' | 'expires' | 'newest'>;

function link(
  { cloud }: AzureSession,
  keyVaultId: string,
  kind: KeyReference['kind'],
  name: string,
  version: string,
  standing: Standing,
): KeyLink {
  const keyVaultName = nameOf(keyVaultId);
  const { url } = keyReference(kind, { keyVaultName, suffix: cloud.keyVaults }, name, version);
  return { url, name, version, keyVaultId, keyVaultName, ...standing };
}
