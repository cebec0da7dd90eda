import { nameOf, readKeyUrl, writeKeyUrl, type KeyName } from './key-url';
import type { Keys, KeyValues, JourneyValues } from './values';

function heldName({ heldUrl }: KeyValues): KeyName {
  const name = readKeyUrl(heldUrl);
  if (name === undefined) throw new TypeError('A URL without a version cannot be written into a script.');
  return name;
}

/** The URL that the recovery point holds, as disk encryption takes it. */
export const heldUrlOf = (one: KeyValues): string => writeKeyUrl(heldName(one));

/** Where it is, or will be: a key that is put back keeps its version, a secret gets a new one. */
export function keyName(one: KeyValues): KeyName {
  return { ...heldName(one), keyVaultName: nameOf(one.keyVaultId), version: one.version };
}

export const urlOf = (one: KeyValues): string => writeKeyUrl(keyName(one));

/** Whether disks or machine are told of another URL than the recovery point holds: a secret that is put back gets a new version. */
export const movesKeys = ({ secret, key }: Keys): boolean =>
  secret.state === 'absent' || [secret, ...(key ? [key] : [])].some((one) => urlOf(one) !== heldUrlOf(one));

/** The content type by which disk encryption knows whether a key wraps the secret. */
export const contentTypeOf = ({ keys }: JourneyValues): string => (keys?.key ? 'Wrapped BEK' : 'BEK');

/** The tags that disk encryption reads, but for the URL of the key, which is known at run time. */
export const tagsOf = (secret: KeyValues, { keys, osType, vmName }: JourneyValues): [string, string][] => [
  ['DiskEncryptionKeyFileName', osType === 'Linux' ? 'LinuxPassPhraseFileName' : `${keyName(secret).name}.BEK`],
  ['MachineName', vmName],
  ...(keys?.key ? [['DiskEncryptionKeyEncryptionAlgorithm', 'RSA-OAEP'] as [string, string]] : []),
];
