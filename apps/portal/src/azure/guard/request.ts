import type { VaultGuard, VaultPath } from '@tresor/contracts';
import type { GuardedStep } from '@tresor/support-matrix';
import { ps, sh } from '@tresor/scripts/writing';
import { formatMessage } from '../../language/messages';
import type { Request } from '../rights/request-text';
import { guardedSteps, requestMessages as messages } from './messages';

const ROLE = 'Backup MUA Operator';

/** What to send to somebody who may give the role on the Resource Guard. */
export function approvalRequest(
  { vaultName }: VaultPath,
  { id: scope, name: guard }: VaultGuard,
  step: GuardedStep,
  person: { name: string; username: string },
): Request {
  const inLanguage = (language: 'de' | 'en') =>
    [
      formatMessage(language, messages.letter, { vault: vaultName, guard, step: guardedSteps[step][language], role: ROLE, scope }),
      formatMessage(language, messages.signature, person),
    ].join('\n\n');
  const { username } = person;
  return {
    words: { de: inLanguage('de'), en: inLanguage('en') },
    cli: sh`az role assignment create --assignee ${username} --role ${ROLE} --scope ${scope}`.text,
    powerShell: ps`New-AzRoleAssignment -SignInName ${username} -RoleDefinitionName ${ROLE} -Scope ${scope}`.text,
  };
}
