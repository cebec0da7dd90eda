import type { MissingRights, StepOutlook } from '@tresor/contracts';
import { useCallback } from 'react';
import { useFormat } from '../../language/use-format';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';
import { scopeName } from '../../words/scope-name';
import { useRuleWords } from '../machines/rule-explanation';
import { messages as rightsMessages } from '../rights/messages';
import { useNeedWords } from '../rights/use-need-words';
import { useReach } from '../rights/use-reach';

const messages = defineMessages({
  role: {
    de: 'Dafür fehlt Ihnen ein Recht an „{scope}“. Die kleinste Rolle, die es enthält: {roles}.',
    en: 'You’re missing a right on “{scope}” for this. The smallest role that includes it: {roles}.',
  },
  action: { de: 'Dafür fehlt Ihnen an „{scope}“: {actions}.', en: 'To do this, you also need on “{scope}”: {actions}.' },
  hidden: {
    de: 'Ob hier etwas zu tun ist, dürfen Sie nicht sehen. Um es zu sehen, brauchen Sie {needs}.',
    en: 'You can’t see whether there’s anything to do here. You need {needs}.',
  },
  unnamed: {
    de: 'Azure nennt zu diesem Wiederherstellungspunkt keine Schlüssel. Darum ist nicht zu sehen, ob sie noch da sind.',
    en: 'Azure doesn’t list any keys for this restore point, so Tresor can’t tell whether they’re still there.',
  },
});

/** Why a step of a restore is not for the signed-in person. `within`: the subscription of places that are known by their name alone. */
export function useStepOutlookWords(within?: string): (step: StepOutlook) => string {
  const text = useText();
  const format = useFormat();
  const rule = useRuleWords();
  const needWords = useNeedWords(within);
  const reachOf = useReach();
  return useCallback(
    ({ state, missing, needs, ruleId }) => {
      const lacking = (one: MissingRights): string[] => {
        const { scope, actions, eligible, takesEffectBy } = one;
        const place = scopeName(scope, text);
        if (takesEffectBy !== null) return [text(rightsMessages.takesEffect, { scope: place, moment: format.dateTime(takesEffectBy) })];
        const { roles, never } = reachOf(one);
        if (never.length > 0) return [text(rightsMessages.ofCustomer, { scope: place, actions: format.list(never) })];
        return [
          roles.length > 0
            ? text(messages.role, { scope: place, roles: format.list(roles) })
            : text(messages.action, { scope: place, actions: format.list(actions) }),
          ...eligible.slice(0, 1).map(({ role, scope }) => text(rightsMessages.eligible, { role, scope: scopeName(scope, text) })),
        ];
      };
      if (state === 'barred') return missing.flatMap(lacking).join(' ');
      if (state === 'hidden') return needs.length === 0 ? text(messages.unnamed) : text(messages.hidden, { needs: needWords(needs) });
      return rule(ruleId ?? '')?.reason ?? '';
    },
    [text, format, rule, needWords, reachOf],
  );
}
