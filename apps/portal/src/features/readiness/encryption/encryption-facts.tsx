import type { MachineEncryption, VirtualMachine } from '@tresor/contracts';
import { classifyEncryption, type EncryptionClass, type SupportCaseId, supportOf } from '@tresor/support-matrix';
import { editionNames, encryptionMeanings, encryptionNames, supportNames } from '../../../words/encryption';
import { regionName } from '../../../words/regions';
import { useText } from '../../../language/use-text';
import { AgentState } from '../../../azure/machines/agent-state';
import { SourceLine } from '../../../ui/feedback/source-line';
import { useEdition } from '../../../kept/edition';
import { Essentials } from '../../../ui/layout/essentials';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { Status } from '../../../words/status';
import { TextLink } from '../../../ui/actions/text-link';
import { itemPathOf } from '../../../azure/machines/item-path-of';
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

const SUPPORT_STATUS: Readonly<Record<keyof typeof supportNames, Status>> = {
  supported: 'success',
  limited: 'warning',
  'not-supported': 'error',
  'not-stated': 'unknown',
  'not-applicable': 'unknown',
};

const vaultNamed = (vaultId: string) => ({ vault: vaultId.split('/').at(-1) ?? '' });

/** Which vault protects a machine, and which one keeps a deleted backup, which leads to where it can be brought back. */
function Protection({ machine }: { machine: VirtualMachine }) {
  const text = useText();
  const { protectedByVaultId, deletedInVaultId } = machine;
  const isProtected = protectedByVaultId !== null && text(protectionMessages.protected, vaultNamed(protectedByVaultId));
  if (deletedInVaultId === null) return isProtected || text(messages.unprotected);
  const deleted = text(protectionMessages.deleted, vaultNamed(deletedInVaultId));
  const to = itemPathOf({ ...machine, protectedByVaultId: null });
  return (
    <>
      {isProtected && <div>{isProtected}</div>}
      {to === null ? deleted : <TextLink to={to}>{deleted}</TextLink>}
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
                  value: <StatusBadge status={SUPPORT_STATUS[said.support]}>{text(supportNames[said.support])}</StatusBadge>,
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
