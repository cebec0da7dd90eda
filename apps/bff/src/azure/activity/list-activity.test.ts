import { activity } from '@tresor/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { holdRoles } from '../../testing/hold-roles';
import { LEE, PRODUCTION } from '../../testing/probes/stage';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const VAULT = `${PRODUCTION}/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;
const DAY = 86_400_000;

beforeAll(async () => {
  contoso = await startContoso();
});
afterAll(() => contoso[Symbol.asyncDispose]());

const log = (days: number, person: 'adele' | 'lee' = 'adele') =>
  ask.get(z.array(activity), `${OPERATIONS}/activity?days=${days}`, { person });

it('the log of a vault tells who did what with which outcome, newest first, and forgets what is older than asked for', async () => {
  await ask.send(z.looseObject({}), 'POST', `${OPERATIONS}/items/OperationsRG/AppVM1/stop`, { data: 'retain' });
  contoso.azure.advance(60_000);
  await ask.refusal('POST', `${OPERATIONS}/jobs/00000000-0000-4000-8000-000000000000/cancel`, undefined);
  const [refused, stopped] = await log(1);
  expect(refused).toMatchObject({ status: 'Failed', displayName: 'Adele Vance' });
  expect(refused?.action).toMatch(/backupJobs\/cancel\/action$/i);
  expect(stopped?.resourceId).toMatch(/AppVM1$/i);
  expect(Date.parse(refused?.time ?? '') - Date.parse(stopped?.time ?? '')).toBeGreaterThanOrEqual(60_000);
  contoso.azure.advance(2 * DAY);
  // Azure's time is heard with its answers.
  await log(7);
  const ids = (await log(1)).map(({ id }) => id);
  expect(ids).not.toContain(stopped?.id);
  expect((await log(7)).map(({ id }) => id)).toContain(stopped?.id);
});

const refusal = () => ask.refusal('GET', `${OPERATIONS}/activity`, undefined, { person: 'lee' });

it('who may not read the log of the vault is refused, also where the log of another place may be read', async () => {
  expect(await refusal()).toBe('forbidden');
  await holdRoles(contoso, LEE, [{ role: READER, scope: `${PRODUCTION}/resourceGroups/IgniteRG` }]);
  expect(await refusal()).toBe('forbidden');
  await holdRoles(contoso, LEE, [{ role: READER, scope: VAULT }]);
  await expect.poll(() => log(7, 'lee').then(({ length }) => length)).toBeGreaterThan(0);
});
