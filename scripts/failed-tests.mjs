import { relative } from 'node:path';

/**
 * What the two test runners write down, as far as it is read here.
 * @typedef {{ title: string, fullName: string, status: string, failureMessages: string[] }} UnitTest
 * @typedef {{ name: string, status: string, message: string, assertionResults: UnitTest[] }} UnitFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: UnitFile[] }} UnitReport
 * @typedef {{ file: string, title: string, ok: boolean, tests: { results: { error?: { message?: string } }[] }[] }} BrowserTest
 * @typedef {{ specs?: BrowserTest[], suites?: BrowserSuite[] }} BrowserSuite
 * @typedef {{ stats: { expected: number, unexpected: number }, suites: BrowserSuite[] }} BrowserReport
 * @typedef {{ file: string, title: string, message: string }} FailedTest
 */

const LINES_OF_A_MESSAGE = 12;

/** @type {(file: string, title: string, message: string | undefined) => FailedTest} */
const failedTest = (file, title, message = 'no message') => ({
  file,
  title,
  message: message.split('\n').slice(0, LINES_OF_A_MESSAGE).join('\n'),
});

/** The failed tests of the unit tests’ report. A file that could not be loaded counts as one. @type {(report: UnitReport, root: string) => FailedTest[]} */
export const failedUnitTests = ({ testResults }, root) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [failedTest(file, 'the file itself', message)];
    return failed.map(({ fullName, failureMessages }) => failedTest(file, fullName, failureMessages[0]));
  });

const IN_WORDS = 'left out here';

/** What the unit tests left out on this machine, each once; a title may say why. @type {(report: UnitReport, root: string) => string[]} */
export function leftOutUnitTests({ testResults }, root) {
  const leftOut = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'skipped' || status === 'pending')
      .map(({ title, fullName }) => (title.includes(IN_WORDS) ? title : `${IN_WORDS}: ${relative(root, name)}: ${fullName}`)),
  );
  return [...new Set(leftOut)];
}

const NOTE = /^(?:Note|Left out): /;

/** The lines by which a suite says what it did not try, or what passed only alone. @type {(output: string) => string[]} */
export const notesIn = (output) => output.split('\n').filter((line) => NOTE.test(line));

/** The failed tests of a suite of browser tests and of those within it. @type {(suite: BrowserSuite) => FailedTest[]} */
export const failedBrowserTests = ({ specs, suites }) => [
  ...(specs ?? [])
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const [error] = tests.flatMap(({ results }) => results.flatMap((result) => result.error ?? []));
      return failedTest(file, title, error?.message);
    }),
  ...(suites ?? []).flatMap(failedBrowserTests),
];

/** Named last: the end of a long log is what is read first. @type {(failed: FailedTest[]) => void} */
export function printFailed(failed) {
  for (const { file, title, message } of failed) console.log(`\n✗ ${file}: ${title}\n${message}`);
}

/** @type {(tests: FailedTest[]) => void} */
export function printPassedAlone(tests) {
  for (const { file, title, message } of tests) console.log(`\nNote: failed beside others and passed alone: ${file}: ${title}\n${message}`);
}
