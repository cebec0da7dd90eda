import { findRule, limitOf } from '@tresor/support-matrix';
import { useCallback } from 'react';
import type { Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { useEdition } from '../../kept/edition';
import type { HelpEntry } from './help-entry-kind';

/** A text of an entry, with the limit of its rule in the edition in force. */
export function useEntryText(): (entry: HelpEntry, message: Message<'limit'>) => string {
  const text = useText();
  const edition = useEdition();
  return useCallback(
    ({ id }, message) => {
      const rule = findRule(id);
      return text(message, { limit: (rule && limitOf(rule.id, edition)) ?? 0 });
    },
    [text, edition],
  );
}
