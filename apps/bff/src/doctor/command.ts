import { CHECK_IDS, isFinding, wordsOf, type CheckId, type CheckResult } from '@tresor/contracts/doctor';
import { ConfigError, readConfig } from '../config';
import { examine } from './examine';
import { Recorder } from './record/recorder';
import { openVisit } from './visit';

const LONGEST_MS = 110_000;

const isBroken = (result: CheckResult) => isFinding(wordsOf(result));

/** Where the settings do not allow a start, nothing else can be looked at. */
const withoutSettings = (problems: readonly string[]): CheckResult[] =>
  CHECK_IDS.map((check): CheckResult => {
    if (check !== 'settings') return { check, unseen: 'after', value: 'settings' };
    return { check, verdict: 'refused', values: { problems: problems.join('; ') } };
  });

/** Everything that can be seen with nobody signed in, in the environment of the server. `recordIn`: the folder that answers are written to. */
export async function examineEnvironment(env: NodeJS.ProcessEnv, recordIn?: string): Promise<CheckResult[]> {
  try {
    const config = readConfig(env);
    const recorder = recordIn === undefined ? undefined : new Recorder(recordIn);
    const visit = openVisit({ config, env, signal: AbortSignal.timeout(LONGEST_MS), ...(recorder && { recorder }) });
    const results = [];
    for await (const result of examine(visit)) results.push(result);
    return results;
  } catch (error) {
    if (error instanceof ConfigError) return withoutSettings(error.problems);
    throw error;
  }
}

/** The checks that found something to mend. */
export const brokenIn = (results: readonly CheckResult[]): CheckId[] =>
  CHECK_IDS.filter((id) => results.some((result) => result.check === id && isBroken(result)));
