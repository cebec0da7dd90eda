import { commandOutcome, itemInVault, recoveryPlan } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, beforeNextLook } from '../testing/ask';
import { IGNITE, OPERATIONS, vmId } from '../testing/contoso-places';
import { enabler, finished, states } from '../testing/enabler';
import {
  acceptedCommands,
  beginRestore,
  claimsAsked,
  decide,
  letComeToItsEnd,
  lookAtPlan,
  proposedAnswers,
  signInWithPasswordAlone,
  watchPlan,
} from '../testing/planning';
import { letRecover, machineOf, orderRecovery, planRecovery, statesOf, twiceInRun } from '../testing/recovering';
import { ADELE, ALEX, allowBlobs } from '../testing/restoring';
import { startContoso, type Contoso } from '../testing/start-contoso';

const MINUTE = 60_000;
/** What Azure asks for where a second factor was not proved. */
const PROOF = { access_token: { acrs: { essential: true } } };

let contoso: Contoso;
const ask = asker(() => contoso);
const { enable, watch } = enabler(() => contoso);

async function start(seed?: 'disaster'): Promise<void> {
  contoso = await startContoso(seed);
  await allowBlobs(contoso, ADELE);
  await signInWithPasswordAlone(contoso, 'adele.vance@contoso.example');
}

beforeEach(() => start());
afterEach(() => contoso[Symbol.asyncDispose]());

/** Lets time pass until an answer asks for more proof. */
async function watchForClaims(path: string): Promise<string> {
  for (;;) {
    const answer = await contoso.as('adele', path);
    const claims = claimsAsked(answer);
    await answer.body?.cancel();
    if (claims !== undefined) return claims;
    contoso.azure.advance(5 * MINUTE);
    await beforeNextLook();
  }
}

it('a command that Azure refuses to who signed in with a password alone asks for the proof, and is given with it', async () => {
  const stop = { method: 'POST', body: JSON.stringify({ data: 'retain' }) };
  const command = () => contoso.as('adele', `${OPERATIONS}/items/OperationsRG/AppVM1/stop`, stop);
  const refused = await command();
  expect(refused.status).toBe(401);
  const claims = claimsAsked(refused) ?? '';
  expect(JSON.parse(claims)).toMatchObject(PROOF);
  contoso.prove('adele', claims);
  expect(commandOutcome.parse(await (await command()).json()).state).toBe('started');
});

it('an order to protect machines asks for it, and goes on', async () => {
  const { batchId } = await enable([vmId('dbvm1', 'DBVM1Restore'), vmId('OperationsRG', 'LinuxVM1')]);
  const claims = await watchForClaims(`${IGNITE}/protection/${batchId}`);
  contoso.prove('adele', claims);
  expect(states(await watch(batchId, finished))).toEqual({ DBVM1Restore: 'protected', LinuxVM1: 'protected' });
});

it('a restore that goes on alone asks who opens it, and goes on', async () => {
  const path = await beginRestore(ask, 'WinSingleVM1');
  await decide(ask, path, await proposedAnswers(ask, path));
  const claims = await watchForClaims(`${path}/plan`);
  expect(JSON.parse(claims)).toMatchObject(PROOF);
  // Who gives no proof sees how it stands, and is not asked at each look; who may not go on with it is asked for nothing.
  expect((await lookAtPlan(ask, path))?.standing.state).toBe('waiting');
  expect((await lookAtPlan(ask, path, { person: 'megan' }))?.standing.state).toBe('waiting');
  contoso.prove('adele', claims);
  await watchPlan(ask, path, 'running');
  expect((await letComeToItsEnd(contoso, ask, path)).next.kind).toBe('done');
  expect(Object.values(acceptedCommands(contoso))).toEqual([1, 1, 1]);
});

it('a recovery plan does, and goes on', async () => {
  await contoso[Symbol.asyncDispose]();
  await start('disaster');
  const items = await ask.get(z.array(itemInVault), '/api/items');
  const path = await planRecovery(
    ask,
    items.filter(({ name }) => name === 'DBVM2').map((item) => machineOf(item)),
  );
  expect(recoveryPlan.shape.standing.parse((await orderRecovery(ask, path, 'start')).standing).state).toBe('running');
  const claims = await watchForClaims(path);
  contoso.prove('adele', claims);
  expect(statesOf(await letRecover(contoso, ask, path))).toEqual({ DBVM2: 'done' });
  expect(twiceInRun(contoso)).toEqual([]);
});

it('the sign-in of somebody else who has proved it will do', async () => {
  const path = await beginRestore(ask, 'WinSingleVM1');
  await decide(ask, path, await proposedAnswers(ask, path));
  await watchForClaims(`${path}/plan`);
  await allowBlobs(contoso, ALEX);
  await watchPlan(ask, path, 'running', { person: 'alex' });
  expect((await letComeToItsEnd(contoso, ask, path, { person: 'alex' })).next.kind).toBe('done');
});
