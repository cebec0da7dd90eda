import type { MachineEncryption } from '@tresor/contracts';
import { type EncryptedTarget } from '@tresor/scripts/encryption';
import { classifyEncryption, type Edition, supportOf } from '@tresor/support-matrix';

/** What has to be done about the encryption of a machine before it can be backed up; null: nothing. */
export type Remedy = { system: 'Windows' | 'Linux'; target: EncryptedTarget } | null;

/** The article's advice works on Windows; on Linux an encrypted OS disk stays encrypted. */
export function remedyOf({ machine, keyChain }: Pick<MachineEncryption, 'machine' | 'keyChain'>, edition: Edition): Remedy {
  const { kind, pass } = classifyEncryption(machine);
  if (kind !== 'ade-bek' || supportOf('ade-bek-only', edition).support !== 'not-supported') return null;
  const keyVaultId = keyChain?.secret.keyVaultId ?? machine.encryption.keyVaultIds[0] ?? '';
  const target = {
    subscriptionId: machine.subscriptionId,
    group: machine.resourceGroup,
    name: machine.name,
    keyVaultId,
    keyVaultName: keyVaultId.split('/').at(-1) ?? '',
    pass: pass ?? 'single',
  };
  return { system: machine.osType === 'Linux' ? 'Linux' : 'Windows', target };
}
