import type { KeyLink } from '@tresor/contracts';
import { Problem } from '../../problem';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { callKeyVault } from './key-vault-call';
import { REGISTERING } from './key-vault-place';
import { parseKeyUrl, type KeyReference } from './key-reference';
import { isRefused } from '../connection/upstream-failure';
import { isWorking, untilDone } from './until-done';
import { readVersions } from './versions';
import { API_VERSIONS } from '../connection/api-versions';

const DAY_SECONDS = 86_400;
/** How long an expired key or secret is valid again: time enough to restore. */
const EXTENSION_DAYS = 30;

export const recoveryBody = ({ principal }: AzureSession, location: string) => ({
  location,
  properties: { createMode: 'recover', tenantId: principal.tid, sku: { family: 'A', name: 'standard' } },
});

/** Brings back a soft-deleted key vault with everything in it. */
export async function recoverKeyVault(session: AzureSession, id: string, location: string): Promise<void> {
  await callArm(session, 'idempotent-write', 'PUT', id, API_VERSIONS.keyVault, recoveryBody(session, location));
  await untilReachable(session, id);
}

/** Until its name is registered nobody reaches a key vault that was just made or brought back. */
export function untilReachable(session: AzureSession, id: string): Promise<void> {
  return untilDone(session, async () => {
    const { body } = await callArm(session, 'read', 'GET', id, API_VERSIONS.keyVault);
    return expectBody(provisioned, body).properties.provisioningState !== REGISTERING;
  });
}

const provisioned = z.object({ properties: z.object({ provisioningState: z.string().nullish() }) });

/** Lets machines be unlocked with what is in a key vault. */
export async function enableForDiskEncryption(session: AzureSession, id: string): Promise<void> {
  await callArm(session, 'idempotent-write', 'PATCH', id, API_VERSIONS.keyVault, { properties: { enabledForDiskEncryption: true } });
}

/** What is deleted in it, and itself, stays for as long as it is kept. For good. */
export async function protectFromPurge(session: AzureSession, id: string): Promise<void> {
  await callArm(session, 'idempotent-write', 'PATCH', id, API_VERSIONS.keyVault, { properties: { enablePurgeProtection: true } });
}

/** Makes a key or secret usable again that is there but deleted, disabled or expired; leaves any other alone. */
export async function revive(session: AzureSession, link: KeyLink): Promise<void> {
  const reference = parseKeyUrl(link.url);
  if (!reference) throw new Problem('keys-not-in-backup');
  const { kind, keyVaultName, name, version } = reference;
  if (link.state === 'deleted') await recoverObject(session, reference);
  if (link.state === 'disabled') await change(session, reference, { enabled: true });
  if (link.state === 'expired') {
    const exp = Math.floor(session.now().getTime() / 1000) + EXTENSION_DAYS * DAY_SECONDS;
    await callKeyVault(session, 'idempotent-write', keyVaultName, 'PATCH', `${kind}/${name}/${version}`, { attributes: { exp } });
  }
}

export const canRevive = ({ state }: KeyLink) => state === 'deleted' || state === 'disabled' || state === 'expired';

/** Recovers a deleted key or secret to the end; also one that somebody else is recovering. */
export async function recoverObject(session: AzureSession, object: Omit<KeyReference, 'version' | 'url'>) {
  const { kind, keyVaultName, name } = object;
  await callKeyVault(session, 'once', keyVaultName, 'POST', `deleted${kind}/${name}/recover`).catch((error: unknown) => {
    // Somebody else was faster.
    if (!isWorking(error) && !isRefused(error, 'RequestNotAllowedOnNonDeletedObject')) throw error;
  });
  await untilDone(session, async () => {
    const { state } = await readVersions(session, object);
    // Who may recover and not look is told so when the chain is read.
    return state !== 'deleted' && state !== 'missing';
  });
}

async function change(session: AzureSession, { kind, keyVaultName, name, version }: KeyReference, attributes: { enabled: true }) {
  await callKeyVault(session, 'idempotent-write', keyVaultName, 'PATCH', `${kind}/${name}/${version}`, { attributes });
}
