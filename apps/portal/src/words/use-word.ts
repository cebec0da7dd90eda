import { useCallback } from 'react';
import type { Message } from '../language/messages';
import { useText } from '../language/use-text';

export function useWord(): (word: Message | string) => string {
  const text = useText();
  return useCallback((word) => (typeof word === 'string' ? word : text(word)), [text]);
}
