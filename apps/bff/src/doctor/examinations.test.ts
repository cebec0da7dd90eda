import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../config';
import { startTestAzure, type TestAzure } from '../testing/open-session';
import { LOCAL } from '../testing/settings';
import { Examinations } from './examinations';

const SUBSCRIPTION = { subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', displayName: 'Production', state: 'Enabled' };
const OWNER = { actions: ['*'], notActions: [], dataActions: [], notDataActions: [] };

let azure: TestAzure;
beforeAll(async () => {
  azure = await startTestAzure(({ path }) => ({ body: { value: [path.endsWith('/permissions') ? OWNER : SUBSCRIPTION] } }));
});
afterAll(() => azure[Symbol.asyncDispose]());

it('a person who leaves before the first result keeps nobody else from asking', async () => {
  const examinations = new Examinations(readConfig(LOCAL));
  const leaving = new AbortController();
  await examinations.begin(await azure.session('ada', leaving.signal));
  await expect(examinations.begin(await azure.session('ben'))).rejects.toMatchObject({ code: 'too-many-requests' });
  leaving.abort();
  await examinations.begin(await azure.session('ben'));
});
