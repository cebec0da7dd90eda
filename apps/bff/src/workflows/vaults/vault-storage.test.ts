import { problem, storageDay, vaultSummaryCounts, type StorageDay } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { OPERATIONS } from '../../testing/contoso-places';
import { memoryStores } from '../../testing/memory/stores';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const HIDDEN_FROM_LEE = '/api/vaults/0c7a52be-41f9-4d18-a6c2-93be5d20e7f4/TestRG/TestVault';
const DAY = 24 * 3_600_000;
const days = z.array(storageDay);
const bytesOf = (figure: StorageDay | undefined) => figure?.usage.find(({ bytes }) => bytes)?.bytes ?? 0;

describe('how much is stored in a vault', () => {
  let contoso: Contoso;
  beforeEach(async () => (contoso = await startContoso()));
  afterEach(() => contoso[Symbol.asyncDispose]());

  const look = async (path: string, person = 'adele') => (await contoso.as(person, path)).json();
  const storage = async (path = OPERATIONS) => days.parse(await look(`${path}/storage`));

  it('is kept of each day on which somebody looked, grows with the points, and has no figure of the others', async () => {
    const { usage } = vaultSummaryCounts.parse(await look(`${OPERATIONS}/counts`));
    const [first, ...none] = await storage();
    expect([first?.usage, none]).toEqual([usage, []]);
    if (!first) throw new Error('nothing is kept of the first look');
    contoso.azure.advance(3 * DAY);
    // What was read a moment ago is not asked for again.
    await expect.poll(async () => (await storage()).length).toBe(2);
    const [before, after, ...more] = await storage();
    expect([before, more]).toMatchObject([{ day: first.day, usage }, []]);
    expect(Date.parse(after?.day ?? '') - Date.parse(first.day)).toBe(3 * DAY);
    expect(bytesOf(after)).toBeGreaterThan(bytesOf(before));
  });

  it('is kept by a look at the vault alone, in whatever letters, for whichever server is asked next', async () => {
    await look(`${OPERATIONS.replace('OperationsVault', 'OPERATIONSVAULT')}/counts`);
    const seen = contoso.azure.world.clock.now();
    contoso.azure.advance(DAY);
    const another = await contoso.startAnother({ dataDir: contoso.server.dataDir });
    const stored = days.parse(await (await contoso.as('adele', `${OPERATIONS}/storage`, {}, another)).json());
    expect(stored.map(({ day }) => day)).toEqual([seen, seen + DAY].map((moment) => new Date(moment).toISOString().slice(0, 10)));
  });

  it('is told to nobody who may not read the vault, however much others have seen', async () => {
    expect(await storage(HIDDEN_FROM_LEE)).toHaveLength(1);
    const refused = problem.parse(await look(`${HIDDEN_FROM_LEE}/storage`, 'lee'));
    expect(refused.code).toBe('forbidden');
  });
});

it('a store that keeps nothing spoils no look at a vault', async () => {
  const inner = memoryStores();
  const keep = vi.fn<typeof inner.storageDays.keep>(() => Promise.reject(new Error('the disk is full')));
  await using contoso = await startContoso();
  const server = await contoso.startAnother({}, { stores: { ...inner, storageDays: { ...inner.storageDays, keep } } });
  const counts = await contoso.as('adele', `${OPERATIONS}/counts`, {}, server);
  expect(vaultSummaryCounts.safeParse(await counts.json()).success).toBe(true);
  await vi.waitFor(() => expect(keep).toHaveBeenCalledOnce());
});
