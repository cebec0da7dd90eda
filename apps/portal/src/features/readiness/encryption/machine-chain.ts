import type { EncryptedDisk, KeyVaultAccess, MachineEncryption } from '@tresor/contracts';
import type { Text } from '../../../language/use-text';
import { type ChainRow, keyRows, type LinkFact, plainRow } from '../../../azure/key-chain/chain-rows';
import { messages } from './messages';

const ACCESS: Readonly<Record<KeyVaultAccess['state'], LinkFact | null>> = {
  granted: { status: 'success', word: messages.granted },
  lacking: { status: 'error', word: messages.lacking },
  unknown: { status: 'unknown', word: messages.accessUnknown },
  unreadable: { status: 'unknown', word: messages.accessUnknown },
  missing: null,
};

function accessFacts(access: KeyVaultAccess | undefined): LinkFact[] {
  if (access === undefined) return [];
  const fact = ACCESS[access.state];
  const closed = access.enabledForDiskEncryption === false;
  return [...(fact === null ? [] : [fact]), ...(closed ? [{ status: 'warning', word: messages.forDiskEncryption } as const] : [])];
}

/** What is said of all disks together: what keeps them from being encrypted comes first. */
const DISKS: readonly [EncryptedDisk['state'], LinkFact][] = [
  ['not-encrypted', { status: 'warning', word: messages.someNot }],
  ['encrypting', { status: 'in-progress', word: messages.encrypting }],
  ['unknown', { status: 'unknown', word: messages.unknown }],
];

const disksFact = (disks: readonly EncryptedDisk[]): LinkFact =>
  DISKS.find(([wanted]) => disks.some(({ state }) => state === wanted))?.[1] ?? { status: 'success', word: messages.encrypted };

/** The machine, its disks and the keys that open them; empty where no key of ours does. */
export function machineChain({ machine, disks, keyChain, keyVaults }: MachineEncryption, text: Text, now: number): ChainRow[] {
  if (keyChain === null) return [];
  const accessOf = new Map(keyVaults.map((access) => [access.id.toLowerCase(), access]));
  return [
    plainRow('machine', machine.name, { status: 'success', word: messages.exists }),
    plainRow('disks', text(messages.diskCount, { count: disks.length }), disksFact(disks)),
    ...keyRows(keyChain, now, (id) => accessFacts(accessOf.get(id.toLowerCase()))),
  ];
}
