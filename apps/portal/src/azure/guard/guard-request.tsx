import type { VaultGuard, VaultPath } from '@tresor/contracts';
import { ps, sh } from '@tresor/scripts/writing';
import type { GuardedStep } from '@tresor/support-matrix';
import { defineMessages, formatMessage } from '../../language/messages';
import { useAccount } from '../../session/use-account';
import { RequestText, type Request } from '../rights/request-text';
import { guardedSteps } from './messages';

const messages = defineMessages({
  letter: {
    de: 'Hallo,\n\nder Recovery Services-Tresor „{vault}“ ist durch den Resource Guard „{guard}“ geschützt. Ich habe vor: {step}. Bitte geben Sie mir dafür die Rolle {role} an diesem Resource Guard, am besten befristet über Privileged Identity Management, und entziehen Sie sie danach wieder:\n{scope}',
    en: 'Hello,\n\nThe Recovery Services vault “{vault}” is protected by Resource Guard “{guard}”. I’m going to: {step}. Please give me the role {role} on this Resource Guard, ideally for a limited time through Privileged Identity Management, and remove it afterward:\n{scope}',
  },
  delegated: {
    de: 'Hallo,\n\nder Recovery Services-Tresor „{vault}“ ist durch den Resource Guard „{guard}“ geschützt. Ich habe vor: {step}. Bitte nehmen Sie dafür die Rolle {role} so in die Azure Lighthouse-Delegierung auf, dass ich sie an diesem Resource Guard habe, am besten als berechtigte Autorisierung, die ich nur befristet aktiviere, und entfernen Sie sie danach wieder:\n{scope}',
    en: 'Hello,\n\nThe Recovery Services vault “{vault}” is protected by Resource Guard “{guard}”. I’m going to: {step}. Please add the role {role} to the Azure Lighthouse delegation so that I have it on this Resource Guard, ideally as an eligible authorization that I activate only for a limited time, and remove it afterward:\n{scope}',
  },
  signature: { de: 'Danke\n{name} ({username})', en: 'Thank you\n{name} ({username})' },
});

const ROLE = 'Backup MUA Operator';

/** What to send to somebody who may give the role on the Resource Guard. No command gives one by a delegation. */
function approvalRequest(
  { vaultName }: VaultPath,
  { id: scope, name: guard }: VaultGuard,
  step: GuardedStep,
  person: { name: string; username: string },
  isDelegated: boolean,
): Request {
  const letter = isDelegated ? messages.delegated : messages.letter;
  const inLanguage = (language: 'de' | 'en') =>
    [
      formatMessage(language, letter, { vault: vaultName, guard, step: guardedSteps[step][language], role: ROLE, scope }),
      formatMessage(language, messages.signature, person),
    ].join('\n\n');
  const words = { de: inLanguage('de'), en: inLanguage('en') };
  if (isDelegated) return { words, cli: '', powerShell: '' };
  const { username } = person;
  return {
    words,
    cli: sh`az role assignment create --assignee ${username} --role ${ROLE} --scope ${scope}`.text,
    powerShell: ps`New-AzRoleAssignment -SignInName ${username} -RoleDefinitionName ${ROLE} -Scope ${scope}`.text,
  };
}

interface GuardRequestProps {
  path: VaultPath;
  step: GuardedStep;
  guard: VaultGuard;
  isDelegated: boolean;
}

/** The letter that asks for the role, which few open. */
export default function GuardRequest({ path, step, guard, isDelegated }: GuardRequestProps) {
  const person = useAccount();
  return <RequestText request={approvalRequest(path, guard, step, person, isDelegated)} />;
}
