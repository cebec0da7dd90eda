import { nameOf } from '@tresor/support-matrix';
import { Problem } from '../../problem';
import type { AzureSession } from '../connection/azure';
import { isRefused, isStatus, UpstreamFailure } from '../connection/upstream-failure';
import { findKey, findSecret, linkOf } from './find-restored';
import { callKeyVault } from './key-vault-call';
import type { KeyReference } from './key-reference';
import { recoverObject, revive } from './revive';
import { onceFree } from './until-done';
import { readVersions, type ObjectName } from './versions';

const SEEN_AFTER_S = 5;

/** Puts the key of a backup into a key vault, unless it is there already. Answers its URL, with version and without port. */
export async function putBackKey(
  session: AzureSession,
  wanted: KeyReference,
  backup: string | undefined,
  keyVaultId: string,
): Promise<string> {
  const keyVaultName = nameOf(keyVaultId);
  const look = async () => linkOf(await findKey(session, wanted, keyVaultId));
  const before = await look();
  if (before?.state === 'present') return before.url;
  if (before) await revive(session, before);
  else await restoreKey(session, { kind: 'keys', keyVaultName, name: wanted.name }, backup).catch(unlessThere(look));
  const after = await look();
  // Nobody said that the name is taken: it is not seen yet.
  if (!after) throw new Problem('key-vault-working', { retryAfter: SEEN_AFTER_S });
  if (after.state !== 'present') throw new Problem('key-name-taken');
  return after.url;
}

/** Key Vault writes backups as base64url; other places as base64. */
async function restoreKey(session: AzureSession, key: ObjectName, backup: string | undefined): Promise<void> {
  if (backup === undefined) throw new Problem('keys-not-in-backup');
  const value = backup
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/(?<!=)=+$/, '');
  // Refused alike: a name that is taken, and one whose key is still being purged, when nothing is found under it.
  const isPurging = async (error: unknown) => isStatus(error, 409) && (await readVersions(session, key)).state === 'missing';
  try {
    await onceFree(session, () => callKeyVault(session, 'once', key.keyVaultName, 'POST', 'keys/restore', { value }), isPurging);
  } catch (error) {
    if (isRefused(error, 'Malformed backup blob')) throw new Problem('key-backup-damaged', { cause: error });
    if (isStatus(error, 400)) throw new Problem('key-backup-foreign', { cause: error });
    throw error;
  }
}

interface SecretToPutBack {
  wanted: KeyReference;
  value: string | undefined;
  osType: 'Windows' | 'Linux' | 'unknown';
  vmName: string;
  /** URL of the key that wraps it, as it is after its own restore; null for a BEK alone. */
  keyUrl: string | null;
}

/** Puts the secret of a backup into a key vault, with the content type and the tags that disk encryption reads. */
export async function putBackSecret(session: AzureSession, secret: SecretToPutBack, keyVaultId: string): Promise<void> {
  const { wanted, value } = secret;
  const keyVaultName = nameOf(keyVaultId);
  if (value === undefined) throw new Problem('keys-not-in-backup');
  const look = async () => linkOf(await findSecret(session, wanted, value, keyVaultId));
  if (await look()) return;
  const { state } = await readVersions(session, { kind: 'secrets', keyVaultName, name: wanted.name });
  if (state === 'deleted') {
    await recoverObject(session, { kind: 'secrets', keyVaultName, name: wanted.name });
    if (await look()) return;
  }
  const body = { value, contentType: secret.keyUrl === null ? 'BEK' : 'Wrapped BEK', tags: tagsOf(secret) };
  await onceFree(session, () => callKeyVault(session, 'once', keyVaultName, 'PUT', `secrets/${wanted.name}`, body)).catch(
    unlessThere(look),
  );
}

function tagsOf({ wanted, osType, vmName, keyUrl }: SecretToPutBack): Record<string, string> {
  return {
    DiskEncryptionKeyFileName: osType === 'Linux' ? 'LinuxPassPhraseFileName' : `${wanted.name}.BEK`,
    MachineName: vmName,
    ...(keyUrl !== null && { DiskEncryptionKeyEncryptionAlgorithm: 'RSA-OAEP', DiskEncryptionKeyEncryptionKeyURL: keyUrl }),
  };
}

/** After a doubt, or when somebody was faster, what is there decides. */
const unlessThere = (look: () => Promise<unknown>) => async (error: unknown) => {
  const mayBeThere = error instanceof UpstreamFailure && (error.inDoubt || error.details.status === 409);
  if (!mayBeThere || !(await look())) throw isStatus(error, 409) ? new Problem('key-name-taken', { cause: error }) : error;
};
