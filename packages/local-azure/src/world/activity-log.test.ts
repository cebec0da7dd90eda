import { expect, test } from 'vitest';
import { activitiesBetween, planForgetting, recordActivity } from './activity-log';
import { openWorld } from './open-world';

const DAY = 86_400_000;

const of = (action: string) => ({
  subscriptionId: 'S',
  principal: { objectId: 'o', tenantId: 't', appId: 'a' },
  action,
  resourceId: '/subscriptions/S',
  method: 'PUT',
  status: 200,
  correlationId: 'c',
});

test('What was done is remembered in its order for ninety days, and then not even on disk', () => {
  const world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  planForgetting(world);
  const seen = () => activitiesBetween(world, 's', 0, world.clock.now()).map(({ action }) => action);
  recordActivity(world, of('first'));
  recordActivity(world, of('second'));
  world.advance(30 * DAY);
  recordActivity(world, of('third'));
  expect(seen()).toEqual(['third', 'second', 'first']);
  world.advance(61 * DAY);
  expect(seen()).toEqual(['third']);
  expect(world.documents('activity-log').list()).toHaveLength(1);
  world.close();
});
