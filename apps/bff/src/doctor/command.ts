import { CHECKS, isFinding, wordsOf, type CheckId, type CheckResult } from '@tresor/contracts/doctor';
import { ConfigError, readConfig } from '../config';
import { CHECK_IDS, examine } from './examine';
import { openVisit } from './visit';

const LONGEST_MS = 110_000;

const isBroken = (result: CheckResult) => isFinding(wordsOf(result));

/** Where the settings do not allow a start, nothing else can be looked at. */
const withoutSettings = (problems: readonly string[]): CheckResult[] =>
  CHECK_IDS.map((check: CheckId): CheckResult => {
    if (check !== 'settings') return { check, unseen: 'after', value: 'settings' };
    return { check, verdict: 'refused', values: { problems: problems.join('; ') } };
  });

/** Everything that can be seen with nobody signed in, in the environment of the server. */
export async function examineEnvironment(env: NodeJS.ProcessEnv): Promise<CheckResult[]> {
  try {
    const config = readConfig(env);
    const results = [];
    for await (const result of examine(openVisit({ config, env, signal: AbortSignal.timeout(LONGEST_MS) }))) results.push(result);
    return results;
  } catch (error) {
    if (error instanceof ConfigError) return withoutSettings(error.problems);
    throw error;
  }
}

/** The checks that found something to mend. */
export const brokenIn = (results: readonly CheckResult[]): CheckId[] =>
  Object.keys(CHECKS).flatMap((id) => results.filter((result) => result.check === id && isBroken(result)).map(({ check }) => check));
