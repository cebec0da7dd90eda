import { useCallback } from 'react';
import { useFormat } from '../../language/use-format';
import { useNow } from '../../language/use-now';
import { useText } from '../../language/use-text';
import { messages } from './messages';
import { provenWords } from './proven-words';
import { useProvenByMachine } from './use-proven';

/** What is known of the last restore of a machine, by its ARM id, in words. */
export function useProvenWords(): (vmId: string) => string {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const { proven, isHidden } = useProvenByMachine();
  return useCallback(
    (vmId: string) => {
      if (isHidden) return text(messages.unknown);
      return proven === undefined ? '…' : provenWords(proven.get(vmId.toLowerCase()), text, format, new Date(now));
    },
    [text, format, now, proven, isHidden],
  );
}
