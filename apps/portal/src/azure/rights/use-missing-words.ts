import type { MissingRights } from '@tresor/contracts';
import { useCallback } from 'react';
import type { Formats } from '../../language/formats';
import { useFormat } from '../../language/use-format';
import { useText, type Text } from '../../language/use-text';
import { messages } from './messages';
import { isOnGuard, scopeName } from '../../words/scope-name';

/**
 * What is missing at one place, the smallest role that would give it, and the role that the person may activate; of what was given a moment ago
 * by when it counts. What a Resource Guard wants the
 * blade of the step tells at length.
 */
export function useMissingWords(): (missing: MissingRights) => string {
  const text = useText();
  const format = useFormat();
  return useCallback(
    (missing) => {
      const { scope, roles, takesEffectBy } = missing;
      if (takesEffectBy !== null)
        return text(messages.takesEffect, { scope: scopeName(scope, text), moment: format.dateTime(takesEffectBy) });
      if (isOnGuard(scope)) return text(messages.lackingApproval, { guard: scopeName(scope, text), roles: format.list(roles) });
      const activation = missing.eligible.map(({ role, scope }) => text(messages.eligible, { role, scope: scopeName(scope, text) }));
      return [lackingWords(missing, text, format), ...activation.slice(0, 1)].join(' ');
    },
    [text, format],
  );
}

function lackingWords({ scope, actions, roles }: MissingRights, text: Text, format: Formats): string {
  const place = scopeName(scope, text);
  if (roles.length > 0) return text(messages.lackingRole, { scope: place, roles: format.list(roles) });
  return text(messages.lackingAction, { scope: place, actions: format.list(actions) });
}
