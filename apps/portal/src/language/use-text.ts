import { useCallback } from 'react';
import { useLanguage } from './language';
import { formatMessage, type Message, type ValuesFor } from './messages';

export type Text = <Needs extends string>(message: Message<Needs>, ...values: ValuesFor<Needs>) => string;

export function useText(): Text {
  const language = useLanguage();
  return useCallback((message, ...values) => formatMessage(language, message, ...values), [language]);
}
