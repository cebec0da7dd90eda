import type { VirtualMachine } from '@tresor/contracts';
import type { FirstBackupFailures } from '../first-backup/first-backup-failures';
import { classifyEncryption } from '@tresor/support-matrix';

export type EncryptionKind = ReturnType<typeof classifyEncryption>['kind'];

export interface KindCount {
  kind: EncryptionKind;
  protected: number;
  /** Protected, and the first backup will fail. */
  failing: number;
  unprotected: number;
}

/** Of each kind of encryption that occurs how many machines a vault backs up, the kinds with the most unprotected first. */
export function protectionByKind(machines: readonly VirtualMachine[], failures: FirstBackupFailures): KindCount[] {
  const counts = new Map<EncryptionKind, KindCount>();
  for (const machine of machines) {
    const { kind } = classifyEncryption(machine);
    const known = counts.get(kind) ?? { kind, protected: 0, failing: 0, unprotected: 0 };
    if (machine.protectedByVaultId === null) known.unprotected += 1;
    else if (failures.has(machine.id.toLowerCase())) known.failing += 1;
    else known.protected += 1;
    counts.set(kind, known);
  }
  return [...counts.values()].toSorted((a, b) => b.unprotected - a.unprotected || b.failing - a.failing || b.protected - a.protected);
}
