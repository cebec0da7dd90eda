import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { SubscriptionLanes } from './subscription-lanes';

it('nobody pushes out the lane of another user by naming subscriptions that do not exist', () => {
  const lanes = new SubscriptionLanes();
  const subscription = randomUUID();
  const lane = lanes.lane('ada', subscription);
  for (let invented = 0; invented < 20_000; invented += 1) lanes.lane('mallory', randomUUID());
  expect(lanes.lane('ada', subscription.toUpperCase())).toBe(lane);
});
