import type { KeyChain, Restore } from '@tresor/contracts';
import { useMemo } from 'react';
import { useText } from '../../i18n/use-text';
import { keyRows, plainRow } from '../../machines/key-chain/chain-rows';
import { KeyChainView } from '../../machines/key-chain/key-chain-view';
import { useNow } from '../../time-zones/use-now';
import { keyMessages as messages } from './key-messages';

/** The keys of a restore, from the machine that is to be made down to the key vaults. */
export function RestoreChain({ restore, chain }: { restore: Restore; chain: KeyChain }) {
  const text = useText();
  const now = useNow();
  const { vmName, machineId, disks } = restore;
  const rows = useMemo(() => {
    const restored = { status: 'success', word: messages.restored } as const;
    const diskNames = text(messages.disksCount, { count: disks.length });
    return [
      plainRow('machine', vmName, machineId === null ? { status: 'unknown', word: messages.willBeMade } : restored),
      plainRow('disks', diskNames, disks.length === 0 ? { status: 'unknown', word: messages.onTheWay } : restored),
      ...keyRows(chain, now),
    ];
  }, [text, vmName, machineId, disks.length, chain, now]);
  return <KeyChainView rows={rows} />;
}
