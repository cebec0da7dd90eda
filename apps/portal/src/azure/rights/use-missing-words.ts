import type { MissingRights } from '@tresor/contracts';
import { useCallback } from 'react';
import type { Formats } from '../../language/formats';
import { useFormat } from '../../language/use-format';
import { useText, type Text } from '../../language/use-text';
import { messages } from './messages';
import { isOnGuard, scopeName } from '../../words/scope-name';
import { useReach, type Reach } from './use-reach';

/**
 * What is missing at one place, the smallest role that would give it, and the role that the person may activate; of what was given a moment ago
 * by when it counts, of what no delegation can hold who has to do it. What a Resource Guard wants the blade of the step tells at length.
 */
export function useMissingWords(): (missing: MissingRights) => string {
  const text = useText();
  const format = useFormat();
  const reachOf = useReach();
  return useCallback(
    (missing) => {
      const { scope, takesEffectBy } = missing;
      const reach = reachOf(missing);
      if (takesEffectBy !== null)
        return text(messages.takesEffect, { scope: scopeName(scope, text), moment: format.dateTime(takesEffectBy) });
      if (isOnGuard(scope)) return text(messages.lackingApproval, { guard: scopeName(scope, text), roles: format.list(reach.roles) });
      if (reach.never.length > 0) return text(messages.ofCustomer, { scope: scopeName(scope, text), actions: format.list(reach.never) });
      const activation = missing.eligible.map(({ role, scope }) => text(messages.eligible, { role, scope: scopeName(scope, text) }));
      return [lackingWords(missing, reach, text, format), ...activation.slice(0, 1)].join(' ');
    },
    [text, format, reachOf],
  );
}

function lackingWords({ scope, actions }: MissingRights, { roles }: Reach, text: Text, format: Formats): string {
  const place = scopeName(scope, text);
  if (roles.length > 0) return text(messages.lackingRole, { scope: place, roles: format.list(roles) });
  return text(messages.lackingAction, { scope: place, actions: format.list(actions) });
}
