import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { KeyVaultAccess, EncryptedDisk, MachineEncryption as MachineChainMachineEncryption } from '@tresor/contracts';
import { machineEncryptionQuery } from '../../../api/queries';
import { Blade } from '../../../blades/blade';
import { useText, type Text } from '../../../language/use-text';
import { AgentHelp } from '../../../azure/machines/agent-help';
import { KeyChainView } from '../../../azure/key-chain/key-chain-view';
import { useMachinePath, paths, useOptionalVaultPath } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { useNow } from '../../../language/use-now';
import { titles } from '../../../map/map';
import { DiskTable } from './disk-table';
import { EncryptionFacts } from './encryption-facts';
import { isRunning } from './is-running';
import { messages } from './messages';
import { EncryptionRemedy } from './remedy';
import { remedyOf } from './remedy-of';
import { TextLink } from '../../../ui/actions/text-link';
import type { ChainRow, LinkFact } from '../../../azure/key-chain/chain-rows';
import { keyRows, plainRow } from '../../../azure/key-chain/chain-rows';

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
function machineChain({ machine, disks, keyChain, keyVaults }: MachineChainMachineEncryption, text: Text, now: number): ChainRow[] {
  if (keyChain === null) return [];
  const accessOf = new Map(keyVaults.map((access) => [access.id.toLowerCase(), access]));
  return [
    plainRow('machine', machine.name, { status: 'success', word: messages.exists }),
    plainRow('disks', text(messages.diskCount, { count: disks.length }), disksFact(disks)),
    ...keyRows(keyChain, now, (id) => accessFacts(accessOf.get(id.toLowerCase()))),
  ];
}

const NO_ROWS: ReturnType<typeof machineChain> = [];

/** To the key vaults whose access has to be looked at: beside the open Recovery Services vault, or where there is none, beside the list of all key vaults. */
function AccessLinks({ keyVaults }: { keyVaults: readonly KeyVaultAccess[] }) {
  const text = useText();
  const here = useOptionalVaultPath();
  return keyVaults
    .filter(({ state }) => state === 'lacking' || state === 'unknown')
    .map(({ id, name }) => (
      <p key={id}>
        <TextLink to={here === null ? paths.estateKeyVault(id) : paths.keyVault(here, id)}>{text(messages.toAccess, { name })}</TextLink>
      </p>
    ));
}

/** How one machine is encrypted, the chain of its keys, and what to do where the rules refuse it. */
export default function MachineEncryption() {
  const text = useText();
  const now = useNow();
  const edition = useEdition();
  const path = useMachinePath();
  const { data, error, isFetching, refetch } = useQuery(machineEncryptionQuery(path));
  const rows = useMemo(() => (data === undefined ? NO_ROWS : machineChain(data, text, now)), [data, text, now]);
  const remedy = data === undefined ? null : remedyOf(data, edition);
  const withoutAgent = data?.agent != null && data.agent.state !== 'ready' ? [{ vmId: data.machine.id, vmName: data.machine.name }] : [];
  const byAde = data !== undefined && data.machine.encryption.kind !== 'none';
  const again = () => void refetch();
  return (
    <Blade
      title={text(titles.encryptionOfItem)}
      subtitle={path.vmName}
      busy={isFetching}
      problem={error}
      commands={[{ id: 'again', label: text(messages.checkAgain), icon: <ArrowClockwise20Regular />, onClick: again }]}
    >
      {data !== undefined && (
        <>
          <EncryptionFacts encryption={data} />
          {rows.length > 0 && <KeyChainView rows={rows} />}
          <AccessLinks keyVaults={data.keyVaults} />
          {byAde && rows.length === 0 && (
            <p>
              {text(messages.chainUnknown)} {text(isRunning(data.machine) ? messages.checkLater : messages.startFirst)}
            </p>
          )}
          <DiskTable disks={data.disks} byAde={byAde} />
          {remedy !== null && <EncryptionRemedy remedy={remedy} running={isRunning(data.machine)} onCheckAgain={again} />}
          <AgentHelp subscriptionId={path.subscriptionId} machines={withoutAgent} onCheckAgain={again} />
        </>
      )}
    </Blade>
  );
}
