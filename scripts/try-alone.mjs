/** @typedef {import('./failed-tests.mjs').FailedTest} FailedTest */

/** More than so many fail for a reason that is in the code, and nothing is tried again. */
const MOST_ALONE = 5;

/**
 * Tests that failed beside others are run once more with nothing beside them: a machine that is too busy fails another test each time, a fault
 * the same one. What passes then is told by name.
 * @param {{ ok: boolean, failed: FailedTest[] }} first how the run ended
 * @param {(failed: FailedTest[]) => Promise<{ ok: boolean, failed: FailedTest[] }>} runAlone runs those that failed
 * @returns {Promise<{ ok: boolean, failed: FailedTest[], passedAlone: FailedTest[] }>}
 */
export async function tryAlone({ ok, failed }, runAlone) {
  if (ok || failed.length === 0 || failed.length > MOST_ALONE) return { ok, failed, passedAlone: [] };
  const alone = await runAlone(failed);
  const stillFails = (/** @type {FailedTest} */ { file, title }) =>
    alone.failed.some((other) => other.file === file && other.title === title);
  return { ...alone, passedAlone: alone.ok ? failed : failed.filter((test) => alone.failed.length > 0 && !stillFails(test)) };
}
