import { defineMessages } from '../language/messages';
import type { Text } from '../language/use-text';

const messages = defineMessages({ subscription: { de: 'Abonnement', en: 'Subscription' } });

/** What a person calls the place of a right: the last name of its id; a subscription has a number only. */
export function scopeName(scope: string, text: Text): string {
  const parts = scope.split('/').filter((part) => part !== '');
  return parts.length === 2 ? text(messages.subscription) : (parts.at(-1) ?? scope);
}

/** Whether a scope is a Resource Guard. */
export const isOnGuard = (scope: string): boolean => /\/providers\/Microsoft\.DataProtection\/resourceGuards\//i.test(scope);
