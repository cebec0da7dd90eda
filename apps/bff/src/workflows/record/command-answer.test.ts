import { expect, it } from 'vitest';
import { toProblem } from '../../azure/connection/failures';
import { UpstreamFailure, type FailureDetails, type FailureKind } from '../../azure/connection/upstream-failure';
import { Problem } from '../../problem';
import { refusalOf } from './command-answer';

const CASES: [string, FailureKind, FailureDetails][] = [
  ['a token that is out of date', 'refused', { status: 401 }],
  ['claims that Azure asks for', 'refused', { status: 401, claims: 'claims' }],
  ['a certificate that is not Azure’s', 'unreachable', { cause: Object.assign(new Error('tls'), { code: 'CERT_HAS_EXPIRED' }) }],
  ['a conflict', 'refused', { status: 409 }],
];

/** What a person is told of a write that failed, and what the record keeps of it. */
function toldAndKept(failure: UpstreamFailure) {
  const problem = toProblem(failure, 'vault-not-found');
  if (!(problem instanceof Problem)) throw new Error('no problem of ours');
  return { told: problem.body('id').inDoubt ?? false, kept: refusalOf(problem, 'sent').result };
}

it.each(CASES)('%s refuses a write, and where an earlier attempt is in doubt, both screen and record say so', (_what, kind, details) => {
  expect(toldAndKept(new UpstreamFailure(kind, details))).toEqual({ told: false, kept: 'refused' });
  expect(toldAndKept(new UpstreamFailure(kind, { ...details, afterDoubt: true }))).toEqual({ told: true, kept: 'in-doubt' });
});
