import type { KeyChain, Restore } from '@tresor/contracts';
import { useMemo } from 'react';
import { useText } from '../../../language/use-text';
import { keyRows, plainRow, type LinkFact } from '../../../azure/key-chain/chain-rows';
import { KeyChainView } from '../../../azure/key-chain/key-chain-view';
import { useNow } from '../../../language/use-now';
import { viewOf } from '../progress/journey-steps';
import { keyMessages as messages } from './key-messages';

const RESTORED: LinkFact = { status: 'success', word: messages.restored };
const OUT_OF_SIGHT: LinkFact = { status: 'unknown', word: messages.outOfSight };

function machineFact({ machineId }: Restore): LinkFact {
  if (machineId.state === 'hidden') return OUT_OF_SIGHT;
  return machineId.value === null ? { status: 'unknown', word: messages.willBeMade } : RESTORED;
}

function disksFact({ disks, steps }: Restore): LinkFact {
  if (viewOf(steps, 'disks')?.state === 'running') return { status: 'unknown', word: messages.onTheWay };
  if (disks.state === 'hidden') return OUT_OF_SIGHT;
  return disks.value.length === 0 ? { status: 'error', word: messages.gone } : RESTORED;
}

/** The keys of a restore, from the machine that is to be made down to the key vaults. */
export function RestoreChain({ restore, chain }: { restore: Restore; chain: KeyChain }) {
  const text = useText();
  const now = useNow();
  const rows = useMemo(() => {
    const { vmName, disks } = restore;
    const names = disks.state === 'known' ? text(messages.disksCount, { count: disks.value.length }) : text(messages.disksUncounted);
    return [plainRow('machine', vmName, machineFact(restore)), plainRow('disks', names, disksFact(restore)), ...keyRows(chain, now)];
  }, [text, restore, chain, now]);
  return <KeyChainView rows={rows} />;
}
