import type { Stores } from '../stores';
import { RedisBatches } from './batches';
import { RedisCommands } from './commands';
import { RedisConnection } from './connection';
import { RedisCounters } from './counters';
import { RedisGrants } from './grants';
import { RedisIntents } from './intents';
import { RedisRestorePlans } from './restore-plans';
import { RedisTokens } from './tokens';

/** Does not wait for Redis: what needs it says so, all else works without. */
export function openRedis(url: string, report: (error: unknown) => void): Stores {
  const redis = new RedisConnection(url, report);
  return {
    batches: new RedisBatches(redis),
    intents: new RedisIntents(redis),
    grants: new RedisGrants(redis),
    restorePlans: new RedisRestorePlans(redis),
    commands: new RedisCommands(redis),
    tokens: new RedisTokens(redis),
    counters: (name) => new RedisCounters(redis, name),
    isOpen: async () => (await redis.ask((client) => client.ping())) === 'PONG',
    sweep: () => Promise.resolve(),
    close: () => redis.close(),
  };
}
