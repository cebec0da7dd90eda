import { formatMessage } from '../language/messages';
import type { Text } from '../language/use-text';

/** Texts where no component asks for them. */
export const english: Text = (message, ...values) => formatMessage('en', message, ...values);
export const german: Text = (message, ...values) => formatMessage('de', message, ...values);
