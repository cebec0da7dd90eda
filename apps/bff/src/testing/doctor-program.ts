import type { CheckResult } from '@tresor/contracts/doctor';
import type { JWTPayload } from 'jose';
import { pino } from 'pino';
import { createAzure } from '../azure/connection/azure';
import { readConfig } from '../config';
import { examine } from '../doctor/examine';
import { openVisit } from '../doctor/visit';
import { createOnBehalfOf } from '../session/on-behalf-of';
import { start, type Running } from '../start';

export { brokenIn, examineEnvironment } from '../doctor/command';

/** The server as it starts in an environment. */
export const startServer = (env: NodeJS.ProcessEnv): Promise<Running> =>
  start(readConfig(env), { logger: pino({ level: 'silent' }), stopPace: { quietMs: 0, longestMs: 0 } });

/** What the doctor says to a person, by their token. */
export async function examineFor(
  env: NodeJS.ProcessEnv,
  token: string,
  { tid, oid, iat = 0, exp = 0 }: JWTPayload,
  longestMs?: number,
): Promise<CheckResult[]> {
  const config = readConfig(env);
  const { signal } = new AbortController();
  const open = createAzure(createOnBehalfOf(config), { cloud: config.cloud, freshMs: 0 });
  const principal = {
    tid: String(tid),
    oid: String(oid),
    name: '',
    username: '',
    isGuest: false,
    roles: [],
    assertion: token,
    issuedAt: iat,
    expiresAt: exp,
  };
  const results = [];
  for await (const result of examine(openVisit({ config, env, signal, person: open(principal, 'doctor', signal) }), longestMs))
    results.push(result);
  return results;
}
