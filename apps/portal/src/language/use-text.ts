import { useCallback } from 'react';
import { useLanguage } from './language';
import { formatMessage, type Message, type MessageValues } from './messages';

export type Text = (message: Message, values?: MessageValues) => string;

export function useText(): Text {
  const language = useLanguage();
  return useCallback((message, values) => formatMessage(language, message, values), [language]);
}
