import type { MissingRights, StepOutlook } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useRuleWords } from '../../../azure/machines/rule-explanation';
import { messages as rightsMessages } from '../../../azure/rights/messages';
import { scopeName } from '../../../azure/rights/scope-name';
import { outlookMessages as messages } from './outlook-messages';
import { useNeedWords } from '../progress/use-need-words';

/** Why a step is not for the signed-in person. */
export function useOutlookWords(): (step: StepOutlook) => string {
  const text = useText();
  const format = useFormat();
  const rule = useRuleWords();
  const needWords = useNeedWords();

  const lacking = ({ scope, roles, actions, eligible }: MissingRights): string[] => [
    roles.length > 0
      ? text(messages.role, { scope: scopeName(scope, text), roles: format.list(roles) })
      : text(messages.action, { scope: scopeName(scope, text), actions: format.list(actions) }),
    ...eligible.slice(0, 1).map((one) => text(rightsMessages.eligible, { role: one.role, scope: scopeName(one.scope, text) })),
  ];

  return ({ state, missing, needs, ruleId }) => {
    if (state === 'barred') return missing.flatMap(lacking).join(' ');
    if (state === 'hidden') return needs.length === 0 ? text(messages.unnamed) : text(messages.hidden, { needs: needWords(needs) });
    return rule(ruleId ?? '')?.reason ?? '';
  };
}
