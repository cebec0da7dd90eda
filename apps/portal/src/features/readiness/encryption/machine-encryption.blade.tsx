import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { machineEncryptionQuery } from '../../../api/queries';
import { Blade } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { AgentHelp } from '../../../azure/machines/agent-help';
import { KeyChainView } from '../../../azure/key-chain/key-chain-view';
import { useMachinePath } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { useNow } from '../../../language/use-now';
import { titles } from '../../../map/map';
import { AccessLinks } from './access-links';
import { DiskTable } from './disk-table';
import { EncryptionFacts } from './encryption-facts';
import { machineChain } from './machine-chain';
import { messages } from './messages';
import { EncryptionRemedy } from './remedy';
import { remedyOf } from './remedy-of';

const NO_ROWS: ReturnType<typeof machineChain> = [];

/** How one machine is encrypted, the chain of its keys, and what to do where the rules refuse it. */
export default function MachineEncryption() {
  const text = useText();
  const now = useNow();
  const edition = useEdition();
  const path = useMachinePath();
  const { data, error, isFetching, refetch } = useQuery(machineEncryptionQuery(path, edition));
  const rows = useMemo(() => (data === undefined ? NO_ROWS : machineChain(data, text, now)), [data, text, now]);
  const remedy = data === undefined ? null : remedyOf(data, edition);
  const withoutAgent = data?.agent != null && data.agent.state !== 'ready' ? [{ vmId: data.machine.id, vmName: data.machine.name }] : [];
  const byAde = data !== undefined && data.machine.encryption.kind !== 'none';
  const again = () => void refetch();
  return (
    <Blade
      title={text(titles.encryptionOfItem)}
      subtitle={path.vmName}
      size="large"
      busy={isFetching}
      problem={error}
      commands={[{ id: 'again', label: text(messages.checkAgain), icon: <ArrowClockwise20Regular />, onClick: again }]}
    >
      {data !== undefined && (
        <>
          <EncryptionFacts encryption={data} />
          {rows.length > 0 && <KeyChainView rows={rows} />}
          <AccessLinks machine={data.machine} keyVaults={data.keyVaults} />
          {byAde && rows.length === 0 && <p>{text(messages.chainUnknown)}</p>}
          <DiskTable disks={data.disks} byAde={byAde} />
          {remedy !== null && <EncryptionRemedy remedy={remedy} onCheckAgain={again} />}
          <AgentHelp subscriptionId={path.subscriptionId} machines={withoutAgent} onCheckAgain={again} />
        </>
      )}
    </Blade>
  );
}
