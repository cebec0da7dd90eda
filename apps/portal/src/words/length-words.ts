import type { Formats } from '../language/formats';
import { defineMessages } from '../language/messages';
import type { Text } from '../language/use-text';

const messages = defineMessages({
  minutes: { de: '{count, plural, one {# Minute} other {# Minuten}}', en: '{count, plural, one {# minute} other {# minutes}}' },
  hours: { de: '{value} Stunden', en: '{value} hours' },
});

const MINUTE = 60;
const HOUR = 3_600;

/** About how long something takes: in minutes, at least one, or in hours from two on. */
export function lengthWords(seconds: number, text: Text, format: Formats): string {
  return seconds < 2 * HOUR
    ? text(messages.minutes, { count: Math.max(1, Math.round(seconds / MINUTE)) })
    : text(messages.hours, { value: format.number(seconds / HOUR) });
}
