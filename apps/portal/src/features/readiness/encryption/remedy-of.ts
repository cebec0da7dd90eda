import type { EncryptedDisk, MachineEncryption } from '@tresor/contracts';
import type { EncryptedTarget, Volumes } from '@tresor/scripts/encryption';
import { classifyEncryption, type Edition, supportOf, nameOf } from '@tresor/support-matrix';

/** What has to be done about the encryption of a machine before it can be backed up; null: nothing. */
export type Remedy = {
  target: EncryptedTarget;
  volumes: Volumes | NoVolumes;
} | null;

/** Why no script can tell which volumes to encrypt again: Azure does not say, only some data disks are encrypted, or no disk is. */
type NoVolumes = 'unknown' | 'mixed' | 'none';

type Encryption = Pick<MachineEncryption, 'machine' | 'keyChain' | 'disks'>;

/** The article's advice works on Windows; on Linux an encrypted OS disk stays encrypted. */
export function remedyOf({ machine, keyChain, disks }: Encryption, edition: Edition): Remedy {
  const { kind, pass } = classifyEncryption(machine);
  if (kind !== 'ade-bek' || supportOf('ade-bek-only', edition).support !== 'not-supported') return null;
  const keyVaultId = keyChain?.secret.keyVaultId ?? machine.encryption.keyVaultIds[0] ?? '';
  const os = machine.osType === 'Linux' ? 'Linux' : 'Windows';
  const target = {
    subscriptionId: machine.subscriptionId,
    group: machine.resourceGroup,
    name: machine.name,
    os,
    keyVaultId,
    keyVaultName: nameOf(keyVaultId),
    pass: pass ?? 'single',
  } as const;
  return { target, volumes: encryptedVolumes(disks) };
}

/** No disk may be encrypted that is not yet: on Linux that of the OS could never be decrypted again. */
function encryptedVolumes(disks: readonly EncryptedDisk[]): Volumes | NoVolumes {
  if (disks.length === 0 || disks.some(({ state }) => state === 'unknown')) return 'unknown';
  const rolesOf = (isPlain: boolean) => disks.filter(({ state }) => (state === 'not-encrypted') === isPlain).map(({ role }) => role);
  const plain = rolesOf(true);
  const encrypted = rolesOf(false);
  if (encrypted.length === 0) return 'none';
  if (plain.includes('data') && encrypted.includes('data')) return 'mixed';
  if (plain.includes('os')) return 'Data';
  return plain.includes('data') ? 'OS' : 'All';
}
