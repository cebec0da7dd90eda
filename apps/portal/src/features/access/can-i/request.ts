import type { MissingRights, StepRights, VaultPath } from '@tresor/contracts';
import { join, ps, sh } from '@tresor/scripts/writing';
import { formatMessage, type Message, type ValuesFor } from '../../../language/messages';
import type { Request } from '../../../azure/rights/request-text';
import type { Reach } from '../../../azure/rights/use-reach';
import { requestMessages as messages, stepNames } from './messages';

/** What to send to somebody who may give rights: the smallest roles for one step, where they are missing. No command gives one by a delegation. */
export function requestFor(
  { vaultName }: VaultPath,
  { step, missing: all }: StepRights,
  person: { name: string; username: string },
  reachOf: (missing: MissingRights) => Reach,
): Request {
  // What was given a moment ago nobody has to give again.
  const missing = all.filter(({ takesEffectBy }) => takesEffectBy === null).map((one) => ({ ...one, ...reachOf(one) }));
  const inLanguage = (language: 'de' | 'en') => {
    const write = <Needs extends string>(message: Message<Needs>, ...values: ValuesFor<Needs>) =>
      formatMessage(language, message, ...values);
    const lines = missing.map(({ scope, roles, actions, isDelegated }) =>
      write(roles.length === 0 ? messages.policy : isDelegated ? messages.delegated : messages.role, {
        scope,
        roles: roles.join(', '),
        actions: actions.join(', '),
      }),
    );
    return [
      write(messages.greeting, { step: stepNames[step][language], vault: vaultName }),
      lines.join('\n'),
      write(messages.signature, person),
    ].join('\n\n');
  };
  const assigned = missing.filter(({ isDelegated }) => !isDelegated);
  const assignments = assigned.flatMap(({ scope, roles }) => roles.map((role) => ({ scope, role })));
  const { username } = person;
  return {
    words: { de: inLanguage('de'), en: inLanguage('en') },
    cli: join(
      assignments.map(({ scope, role }) => sh`az role assignment create --assignee ${username} --role ${role} --scope ${scope}`),
      '\n',
    ).text,
    powerShell: join(
      assignments.map(({ scope, role }) => ps`New-AzRoleAssignment -SignInName ${username} -RoleDefinitionName ${role} -Scope ${scope}`),
      '\n',
    ).text,
  };
}
