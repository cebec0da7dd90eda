import { useCallback } from 'react';
import type { Message } from '../i18n/messages';
import { useText } from '../i18n/use-text';

export function useWord(): (word: Message | string) => string {
  const text = useText();
  return useCallback((word) => (typeof word === 'string' ? word : text(word)), [text]);
}
