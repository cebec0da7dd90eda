import type { Readiness } from '@tresor/support-matrix';
import { useCallback } from 'react';
import { nameOf } from '@tresor/support-matrix';
import { regionName } from '../../words/regions';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { useRuleWords } from '../../azure/machines/rule-explanation';
import type { Status } from '../../words/status';
import { messages } from './messages';
import { protectionMessages } from './protection-messages';
import type { ReadyMachine } from './ready-machine';

const STATUS: Readonly<Record<Readiness['state'], Status>> = {
  protected: 'success',
  ready: 'success',
  steps: 'warning',
  stopped: 'warning',
  deleted: 'warning',
  refused: 'error',
};

export function statusOf(readiness: Readiness): Status {
  if (readiness.state === 'ready' && readiness.unseen.length > 0) return 'unknown';
  return readiness.state === 'protected' && readiness.steps.length > 0 ? 'warning' : STATUS[readiness.state];
}

/** Where a machine stands, in words: each a sentence or a part of one. */
export function useReadinessWords(): (row: ReadyMachine) => string {
  const text = useText();
  const format = useFormat();
  const ruleWords = useRuleWords();
  return useCallback(
    ({ machine, readiness }) => {
      if (readiness.state === 'refused') return ruleWords(readiness.ruleId)?.reason ?? readiness.ruleId;
      const unseen = 'unseen' in readiness ? readiness.unseen : [];
      const namesOf = (ids: readonly string[]) => format.list(ids.map(nameOf));
      const values = {
        region: text(regionName(machine.location)),
        keyVaults: namesOf(machine.encryption.keyVaultIds.filter((id) => !unseen.includes(id))),
      };
      const words = { vault: messages.needsVault, access: messages.needsAccess, 'key-vault': messages.needsKeyVault };
      const left = (steps: readonly (keyof typeof words)[]) => format.list(steps.map((step) => text(words[step], values)));
      if ('vaultId' in readiness) {
        const stand = text(protectionMessages[readiness.state], { vault: nameOf(readiness.vaultId) });
        return readiness.state === 'protected' && readiness.steps.length > 0
          ? text(messages.willFail, { stand, steps: left(readiness.steps) })
          : stand;
      }
      const stand =
        readiness.state === 'ready' ? text(messages.readyIn, { vault: nameOf(readiness.vaultIds[0] ?? '') }) : left(readiness.steps);
      return unseen.length === 0 ? stand : text(messages.accessUnseen, { stand, keyVaults: namesOf(unseen) });
    },
    [text, format, ruleWords],
  );
}
