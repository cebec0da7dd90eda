import { job, jobStarter, type Job } from '@tresor/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { restoreDisks } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const starter = (jobId: string, person = 'adele') => ask.get(jobStarter, `${OPERATIONS}/jobs/${jobId}/starter`, { person });

async function find(is: (job: Job) => boolean, days = 30): Promise<string> {
  const found = (await ask.get(z.array(job), `${OPERATIONS}/jobs?days=${days}`)).find(is);
  return found?.id ?? 'none';
}

describe('who started a job', () => {
  it('is the person whose request Azure has in its activity log', async () => {
    const restored = await restoreDisks(contoso, ask, 'FullRestoreVM1');
    expect(await starter(restored)).toEqual({
      by: 'caller',
      caller: expect.stringMatching(/^adele\.vance@/),
      displayName: 'Adele Vance',
    });
  });

  it('is told of what was before today, too', async () => {
    const configured = await find(({ operation }) => operation === 'ConfigureBackup');
    expect(await starter(configured)).toMatchObject({ by: 'caller', displayName: 'Adele Vance' });
  });

  it('is the schedule where a backup is in no log', async () => {
    expect(await starter(await find(({ operation }) => operation === 'Backup'))).toEqual({ by: 'schedule' });
  });

  it('is not told to whom may not read the log', async () => {
    const nightly = await find(({ operation }) => operation === 'Backup');
    expect(await starter(nightly, 'lee')).toEqual({ by: 'no-right' });
  });
});
