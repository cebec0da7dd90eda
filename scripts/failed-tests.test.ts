import { describe, expect, it } from 'vitest';
import { failedBrowserTests, failedUnitTests, leftOutUnitTests, notesIn } from './failed-tests.mjs';

const unitTest = (fullName: string, status: string, failureMessages: string[] = []) => ({
  title: fullName,
  fullName,
  status,
  failureMessages,
});

const file = (name: string, title: string, status: string) => ({
  name: `/checkout/${name}`,
  status: 'passed',
  message: '',
  assertionResults: [unitTest('a vault is kept', 'passed'), unitTest(title, status)],
});

describe('what the end of a run names', () => {
  it('names each failed unit test with its file and why', () => {
    const assertionResults = [unitTest('a vault is kept', 'passed'), unitTest('a point expires', 'failed', ['expected 1 to be 2'])];
    const testResults = [{ name: '/checkout/apps/bff/src/points.test.ts', status: 'failed', message: '', assertionResults }];
    expect(failedUnitTests({ numPassedTests: 1, numFailedTests: 1, testResults }, '/checkout')).toEqual([
      { file: 'apps/bff/src/points.test.ts', title: 'a point expires', message: 'expected 1 to be 2' },
    ]);
  });

  it('names a file of unit tests that could not be loaded', () => {
    const testResults = [{ name: '/checkout/a.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] }];
    expect(failedUnitTests({ numPassedTests: 0, numFailedTests: 0, testResults }, '/checkout')).toEqual([
      { file: 'a.test.ts', title: 'the file itself', message: 'Cannot find module' },
    ]);
  });

  it('names failed browser tests in suites within suites, and cuts long messages', () => {
    const message = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
    const spec = (title: string, ok: boolean) => ({ file: 'restore.e2e.ts', title, ok, tests: [{ results: [{ error: { message } }] }] });
    const failed = failedBrowserTests({ suites: [{ suites: [{ specs: [spec('is green', true), spec('is red', false)] }] }] });
    expect(failed).toMatchObject([{ file: 'restore.e2e.ts', title: 'is red' }]);
    expect(failed[0]?.message.split('\n')).toHaveLength(12);
  });

  it('names each unit test that was left out, and once what several files say', () => {
    const testResults = [
      file('a.test.ts', 'PostgreSQL is left out here: it is not installed', 'skipped'),
      file('b.test.ts', 'PostgreSQL is left out here: it is not installed', 'skipped'),
      file('c.test.ts', 'in a container of its own', 'skipped'),
      file('d.test.ts', 'in another', 'pending'),
    ];
    expect(leftOutUnitTests({ numPassedTests: 4, numFailedTests: 0, testResults }, '/checkout')).toEqual([
      'PostgreSQL is left out here: it is not installed',
      'left out here: c.test.ts: in a container of its own',
      'left out here: d.test.ts: in another',
    ]);
  });

  it('names at the end of all suites what one of them says it left out', () => {
    expect(notesIn('12 passed\n\nNote: PostgreSQL is left out here.\nLeft out: the history\nnothing else')).toEqual([
      'Note: PostgreSQL is left out here.',
      'Left out: the history',
    ]);
  });
});
