import type { MachineEncryption, VirtualMachine } from '@tresor/contracts';
import { classifyEncryption, type EncryptionClass, type SupportCaseId, supportOf, nameOf } from '@tresor/support-matrix';
import { editionNames, encryptionMeanings, encryptionNames, supportNames, supportStatus } from '../../../words/encryption';
import { regionName } from '../../../words/regions';
import { useText } from '../../../language/use-text';
import { AgentState } from '../../../azure/machines/agent-state';
import { SourceLine } from '../../../ui/feedback/source-line';
import { useEdition } from '../../../kept/edition';
import { Essentials } from '../../../ui/layout/essentials';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { TextLink } from '../../../ui/actions/text-link';
import { paths, vaultPathOfId } from '../../../map/paths';
import { protectionMessages } from '../protection-messages';
import { isRunning } from './is-running';
import { messages } from './messages';

const CASES: Readonly<Record<EncryptionClass, SupportCaseId | null>> = {
  'ade-bek-kek': 'ade-bek-kek',
  'ade-bek': 'ade-bek-only',
  'at-host': 'encryption-at-host',
  'customer-managed': 'customer-managed-keys',
  'platform-keys': 'platform-keys',
  none: null,
};

type ItemState = keyof typeof protectionMessages;

/** What one vault has of a machine; what is to be put right leads to where that is done. */
function ItemFact({ machine, state, vaultId }: { machine: VirtualMachine; state: ItemState; vaultId: string }) {
  const text = useText();
  const words = text(protectionMessages[state], { vault: nameOf(vaultId) });
  const vault = state === 'protected' ? null : vaultPathOfId(vaultId);
  const { resourceGroup: vmGroup, name: vmName } = machine;
  return <div>{vault === null ? words : <TextLink to={paths.item({ ...vault, vmGroup, vmName })}>{words}</TextLink>}</div>;
}

/** Which vault protects a machine, which one has stopped that, and which one keeps a deleted backup. */
function Protection({ machine }: { machine: VirtualMachine }) {
  const text = useText();
  const { protectedByVaultId, stoppedInVaultId, deletedInVaultId } = machine;
  if ((protectedByVaultId ?? stoppedInVaultId ?? deletedInVaultId) === null) return text(messages.unprotected);
  return (
    <>
      {protectedByVaultId !== null && <ItemFact machine={machine} state="protected" vaultId={protectedByVaultId} />}
      {stoppedInVaultId !== null && <ItemFact machine={machine} state="stopped" vaultId={stoppedInVaultId} />}
      {deletedInVaultId !== null && <ItemFact machine={machine} state="deleted" vaultId={deletedInVaultId} />}
    </>
  );
}

/** What kind of encryption a machine has, what the rules say of it, and what else decides about its backup. */
export function EncryptionFacts({ encryption: { machine, agent } }: { encryption: MachineEncryption }) {
  const text = useText();
  const edition = useEdition();
  const { kind, pass, customerKey } = classifyEncryption(machine);
  const caseId = CASES[kind];
  const said = caseId === null ? null : supportOf(caseId, edition);
  const named =
    customerKey && kind === 'at-host' ? `${text(encryptionNames[kind])}, ${text(messages.customerKey)}` : text(encryptionNames[kind]);
  return (
    <>
      <Essentials
        entries={[
          { name: text(messages.kind), value: named },
          ...(pass === null ? [] : [{ name: text(messages.pass), value: text(messages[pass]) }]),
          ...(said === null
            ? []
            : [
                {
                  name: text(messages.support, { edition: text(editionNames[edition]) }),
                  value: <StatusBadge status={supportStatus[said.support]}>{text(supportNames[said.support])}</StatusBadge>,
                },
              ]),
          { name: text(messages.system), value: machine.osType },
          {
            name: text(messages.power),
            value: isRunning(machine) ? text(messages.running) : text(messages.notRunning, { state: machine.powerState ?? '' }),
          },
          { name: text(messages.agent), value: <AgentState agent={agent} /> },
          { name: text(messages.protection), value: <Protection machine={machine} /> },
          { name: text(messages.group), value: machine.resourceGroup },
          { name: text(messages.region), value: text(regionName(machine.location)) },
        ]}
      />
      <p>{text(encryptionMeanings[kind])}</p>
      {said?.source != null && <SourceLine source={said.source} />}
    </>
  );
}
