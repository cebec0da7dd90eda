import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { SubscriptionLimiters } from './subscription-limiters';

it('nobody pushes out the limiter of another user by naming subscriptions that do not exist', () => {
  const limiters = new SubscriptionLimiters();
  const subscription = randomUUID();
  const limiter = limiters.limiter('ada', subscription);
  for (let invented = 0; invented < 20_000; invented += 1) limiters.limiter('mallory', randomUUID());
  expect(limiters.limiter('ada', subscription.toUpperCase())).toBe(limiter);
});
