import { describe, expect, it } from 'vitest';
import { ProblemError, toCallError, toProblemError, translated } from './problem-error';

const brokenPage = new TypeError('rows.toSorted is not a function');
const brokenOff = new TypeError('network error');
const refused = new ProblemError({ title: 'No', status: 403, code: 'forbidden', correlationId: null });

describe('what was thrown', () => {
  it('is a fault of the page where the server was not asked, and never said to be the network', () => {
    expect(toProblemError(brokenPage).problem).toMatchObject({ code: 'page-fault', title: 'rows.toSorted is not a function' });
    expect(toProblemError(new RangeError('Invalid time value')).problem.code).toBe('page-fault');
  });

  it('is the network where an answer of the server breaks off', async () => {
    expect(toCallError(brokenOff).problem.code).toBe('offline');
    await expect(translated(Promise.reject(brokenOff))).rejects.toMatchObject({ problem: { code: 'offline' } });
  });

  it('stays what the server said', () => {
    expect(toProblemError(refused)).toBe(refused);
    expect(toCallError(refused)).toBe(refused);
  });
});
