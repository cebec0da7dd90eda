import { vaultPath } from '@tresor/contracts';
import { describe, expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { listItems } from '../items/items';
import { toProblem } from './failures';
import { errorIn } from './refusal';

const VAULT = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });

const read = (body: unknown) => errorIn(JSON.stringify(body));

describe('the error of an answer', () => {
  it('is read as Resource Manager writes it, with nulls beside it', () => {
    expect(read({ error: { code: 'A', message: 'words', target: null, details: null, innerError: null } })).toEqual({
      code: 'A',
      message: 'words',
      innerCode: undefined,
      policies: [],
    });
    expect(read({ error: { code: 'Forbidden', message: null, innererror: { code: 'ForbiddenByPolicy' } } })).toEqual({
      code: 'Forbidden',
      message: undefined,
      innerCode: 'ForbiddenByPolicy',
      policies: [],
    });
    expect(read({ error: { code: 'Conflict', message: '', innerError: { Code: 'ObjectIsBeingDeleted' } } })?.innerCode).toBe(
      'ObjectIsBeingDeleted',
    );
  });

  it.each([
    [{ code: 'BadRequest', message: 'words' }],
    [{ Code: 'BadRequest', Message: 'words' }],
    [{ ErrorCode: 'BadRequest', Message: { Language: 'en-US', Value: 'words' } }],
    [{ error: { Code: 'BadRequest', Message: 'words' } }],
    [{ errors: [{ code: 'BadRequest', message: 'words' }, { code: 'Second' }] }],
    [{ 'odata.error': { code: 'BadRequest', message: { lang: 'en', value: 'words' } } }],
  ])('is read without `error` around it, and in other spellings: %j', (body) => {
    expect(read(body)).toEqual({ code: 'BadRequest', message: 'words', innerCode: undefined, policies: [] });
  });

  it.each(['', 'x', '[]', '{}', 'null', '{"error":"invalid_grant"}', '{"error":{"code":7}}'])('is none of ours: %s', (body) => {
    expect(errorIn(body)).toBeUndefined();
  });
});

const refused = async (status: number, body: unknown) => {
  await using azure = await startTestAzure(() => ({ status, body }));
  const failure = await listItems(await azure.session('ada'), VAULT).catch((error: unknown) => error);
  return toProblem(failure, 'vault-not-found');
};

describe('a list', () => {
  const item = { id: '/item', properties: {} };
  const error = { code: 'InternalError', message: 'words' };

  it.each([{ value: [item], error }, { value: [], errors: [error] }, { value: [item, { error }] }])(
    'that carries an error is none: %j',
    async (body) => {
      expect(await refused(200, body)).toMatchObject({ code: 'azure-answer-unreadable' });
    },
  );

  it('is one with an empty list of errors beside it', async () => {
    await using azure = await startTestAzure(() => ({ status: 200, body: { value: [item], error: null, errors: [] } }));
    expect(await listItems(await azure.session('ada'), VAULT)).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('for too many requests tells how long to wait also where Azure says it in words alone', async () => {
    const message =
      "Number of requests for action 'Microsoft.RecoveryServices/vaults/backupJobs/read' exceeded the limit of '150' for time interval '01:00:00'. Please try again after '324' seconds.";
    const problem = await refused(429, { error: { code: 'ResourceRequestsThrottled', message } });
    expect(problem).toMatchObject({ code: 'azure-throttled', details: { retryAfter: 324 } });
  });

  it('by the access policies of a key vault is one for want of rights', async () => {
    const problem = await refused(403, { error: { code: 'Forbidden', message: 'no', innererror: { code: 'ForbiddenByPolicy' } } });
    expect(problem).toMatchObject({ code: 'key-vault-forbidden' });
  });
});
