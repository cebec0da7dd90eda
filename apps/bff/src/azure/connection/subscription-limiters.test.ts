import { randomUUID } from 'node:crypto';
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { expect, it, vi } from 'vitest';
import { SubscriptionLimiters } from './subscription-limiters';

it('nobody pushes out the limiter of another user by naming subscriptions that do not exist', () => {
  const limiters = new SubscriptionLimiters();
  const subscription = randomUUID();
  const limiter = limiters.limiter('ada', subscription);
  for (let invented = 0; invented < 20_000; invented += 1) limiters.limiter('mallory', randomUUID());
  expect(limiters.limiter('ada', subscription.toUpperCase())).toBe(limiter);
});

it.each([
  ['TooManyRequests', 10],
  ['RetryableError', undefined],
  ['AnotherOperationInProgress', undefined],
])('a write that is refused with 429 %s closes the gate for the others: %s', async (code, seconds) => {
  const limiters = new SubscriptionLimiters();
  const subscription = randomUUID();
  const observe = vi.spyOn(limiters.limiter('ada', subscription).writes, 'observe');
  const request = createPipelineRequest({ url: `https://management.azure.com/subscriptions/${subscription}/x`, method: 'PUT' });
  const bodyAsText = JSON.stringify({ error: { code, message: 'Later.' } });
  const headers = createHttpHeaders({ 'retry-after': '10' });
  const azure = limiters.through({ sendRequest: () => Promise.resolve({ request, status: 429, headers, bodyAsText }) }, 'ada');
  await azure.sendRequest(request);
  expect(observe.mock.calls).toEqual([[undefined, seconds]]);
});
