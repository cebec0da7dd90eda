import { createHash, randomUUID } from 'node:crypto';
import {
  itemInVault,
  machineProof,
  restoreRecord,
  sealedEvidence,
  type EvidenceEntry,
  type EvidenceRecord,
  type SealedEvidence,
  type SeenThing,
} from '@tresor/contracts';
import { sealedText, verifySealed } from '@tresor/contracts/seal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { PRODUCTION } from '../../testing/contoso-places';
import { holdRoles } from '../../testing/hold-roles';
import { beginRestore, decide, letComeToItsEnd, proposedAnswers } from '../../testing/planning';
import { LEE } from '../../testing/probes/stage';
import { letRecover, machineOf, orderRecovery, planRecovery } from '../../testing/recovering';
import { rehearse } from '../../testing/rehearsing';
import { ADELE, allowBlobs, restoreDisks, restorePath } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const VAULT = `${PRODUCTION}/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;
const BACKUP_READER = 'a795c7a0-d4a2-40c1-ae25-d81f01202912';

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const evidenceOf = (path: string, person = 'adele') => ask.get(sealedEvidence, `${path}/evidence`, { person });
const keys = () => ask.get(z.array(z.strictObject({ publicKey: z.string(), fingerprint: z.string() })), '/api/evidence/keys');

const recordsOf = ({ records }: SealedEvidence): EvidenceRecord[] => records.map(({ record }) => record);
const entriesOf = (sealed: SealedEvidence) => recordsOf(sealed).flatMap((record) => (record.kind === 'entry' ? [record] : []));
const kindOf = <Kind extends EvidenceEntry['kind']>(sealed: SealedEvidence, kind: Kind) =>
  entriesOf(sealed).flatMap(({ entry }) => (isOf(entry, kind) ? [entry] : []));
const isOf = <Kind extends EvidenceEntry['kind']>(entry: EvidenceEntry, kind: Kind): entry is Extract<EvidenceEntry, { kind: Kind }> =>
  entry.kind === kind;
const seenOf = (sealed: SealedEvidence, what: SeenThing) => kindOf(sealed, 'seen').flatMap((one) => (one.what === what ? [one.facts] : []));

async function runToEnd(): Promise<string> {
  const path = await beginRestore(ask, 'LostVaultVM1');
  await decide(ask, path, await proposedAnswers(ask, path, { keys: { way: 'create', name: 'GoneKV2', group: 'KeyVaultRG' } }));
  await letComeToItsEnd(contoso, ask, path);
  return path;
}

describe('evidence of a restore', () => {
  it('tells who did what, from which point, with which keys, what Azure showed, and is signed by the installation', async () => {
    const path = await runToEnd();
    const sealed = await evidenceOf(path);
    const [key] = await keys();
    expect(await verifySealed(sealedText(sealed), [key?.publicKey ?? ''])).toMatchObject({
      state: 'sound',
      isKnown: true,
      fingerprint: key?.fingerprint,
    });
    expect(recordsOf(sealed)[0]).toMatchObject({ kind: 'restore', item: { vmName: 'LostVaultVM1' }, drawnBy: { name: 'Adele Vance' } });
    expect(kindOf(sealed, 'asked').map(({ command }) => command)).toEqual([
      'restores.start',
      'restores.putPlan',
      'restores.restoreKeys',
      'restores.createMachine',
      'restores.protectRestored',
      'restores.removeLeftovers',
      'items.backUpNow',
      'evidence.ofRestore',
    ]);
    expect(kindOf(sealed, 'asked').flatMap(({ command, about }) => ('edition' in about ? [[command, about['edition']]] : []))).toEqual(
      ['restores.start', 'restores.putPlan', 'restores.protectRestored'].map((command) => [command, 'current']),
    );
    expect(kindOf(sealed, 'sent').every(({ requestId, correlationId }) => requestId !== null && correlationId !== null)).toBe(true);
    expect(seenOf(sealed, 'point').at(-1)).toMatchObject({ id: expect.stringMatching(/^\d+$/), time: expect.any(String) });
    for (const what of ['secret', 'key'] as const)
      expect(seenOf(sealed, what).at(-1)).toMatchObject({ url: expect.stringMatching(/\/[\da-f]{32}$/), state: 'present' });
    expect(seenOf(sealed, 'job').at(-1)).toMatchObject({ status: 'Completed', activityId: expect.stringMatching(/^[\da-f-]{36}$/) });
    expect(seenOf(sealed, 'step').map(({ step, state }) => [step, state])).toEqual(
      ['disks', 'keys', 'machine', 'encryption', 'protection', 'after-care'].map((step) => [step, 'done']),
    );
    expect(seenOf(sealed, 'setting').map(({ aspect }) => aspect)).toContain('private-ip');
    expect(seenOf(sealed, 'machine').at(-1)?.['id']).toMatch(/virtualMachines\/Alone$/);
    const operations = seenOf(sealed, 'operation');
    const sent = new Set(kindOf(sealed, 'sent').map(({ correlationId }) => correlationId));
    expect(operations.length).toBeGreaterThan(0);
    expect(operations.every(({ correlationId }) => sent.has(correlationId ?? null))).toBe(true);
  });

  it('keeps what a recovery point told, once it has expired', async () => {
    const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
    const [told] = seenOf(await evidenceOf(path), 'point');
    expect(told).toMatchObject({ encrypted: 'true' });
    contoso.azure.advance(60 * 86_400_000);
    const later = await evidenceOf(path);
    expect(seenOf(later, 'point')).toEqual([told]);
    expect(seenOf(later, 'step')).toContainEqual({ step: 'keys', state: 'blocked', reason: 'point-gone' });
  });

  it('is on record itself, with the hash of what was given out', async () => {
    const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
    const { seal } = await evidenceOf(path);
    const { commands } = await ask.get(restoreRecord, `${path}/record`);
    expect(commands.at(-1)).toMatchObject({
      command: 'evidence.ofRestore',
      result: 'done',
      about: { head: seal.head, records: String(seal.count) },
    });
  });

  it('is what others saw, too: who may see less takes nothing from it, and what is as it was is not written again', async () => {
    const path = await runToEnd();
    const first = kindOf(await evidenceOf(path), 'seen');
    expect(kindOf(await evidenceOf(path, 'lee'), 'seen')).toEqual(first);
    expect(kindOf(await evidenceOf(path), 'seen')).toEqual(first);
  });

  it('says what the only one who looked may not see', async () => {
    const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
    await holdRoles(contoso, LEE, [{ role: BACKUP_READER, scope: VAULT }]);
    const sealed = await evidenceOf(path, 'lee');
    expect(seenOf(sealed, 'machine')).toEqual([{ hidden: 'read-disks', at: expect.any(String) }]);
    expect(seenOf(sealed, 'operation')).toEqual([{ hidden: 'read-activity', at: VAULT }]);
    expect(seenOf(await evidenceOf(path), 'machine').at(-1)).toEqual({ id: 'none' });
  });

  it('remains when Azure has forgotten the job', async () => {
    const path = await runToEnd();
    const known = contoso.azure.world.documents('backup-job-days');
    for (const key of known.keys('', '\u{ffff}', 10_000)) known.delete(key);
    await expect.poll(() => ask.refusal('GET', path, undefined).catch(() => undefined)).toBe('job-not-found');
    const sealed = await evidenceOf(path);
    expect(recordsOf(sealed)[0]).toMatchObject({ kind: 'restore', item: null });
    expect(seenOf(sealed, 'machine').at(-1)?.['id']).toMatch(/virtualMachines\/Alone$/);
  });

  it('is not given to those who may not read the vault, nor of a restore that never was', async () => {
    const other = `/api/vaults/0c7a52be-41f9-4d18-a6c2-93be5d20e7f4/TestRG/TestVault/restores/${randomUUID()}`;
    expect(await ask.refusal('GET', `${other}/evidence`, undefined, { person: 'lee' })).toMatch(/not-found|forbidden/);
    expect(await ask.refusal('GET', `${restorePath(randomUUID())}/evidence`, undefined)).toBe('job-not-found');
  });

  it('knows no secret, no signature of an address and no object id of a person', async () => {
    const path = restorePath(await restoreDisks(contoso, ask, 'FullRestoreVM1'));
    const clientSecret = `secret of the test ${randomUUID()}`;
    const application = { clientId: randomUUID(), clientSecret };
    await contoso.as('adele', `${path}/encryption`, { method: 'PUT', body: JSON.stringify({ application, encryptPlain: false }) });
    const text = sealedText(await evidenceOf(path));
    expect(text).toContain(application.clientId);
    for (const never of [clientSecret, ADELE, 'sig=', 'Bearer ', 'eyJ0', 'PRIVATE KEY']) expect(text).not.toContain(never);
  });
});

describe('evidence of a plan', () => {
  it('tells of each machine how it ended, and why the others did not, with the entries of all', async () => {
    await contoso[Symbol.asyncDispose]();
    contoso = await startContoso('disaster');
    await allowBlobs(contoso, ADELE);
    const items = await ask.get(z.array(itemInVault), '/api/items');
    const [gone, there] = ['DBVM2', 'AppVM1'].map((wanted) => items.filter(({ name }) => name === wanted));
    const path = await planRecovery(
      ask,
      [...(gone ?? []), ...(there ?? [])].map((item) => machineOf(item)),
    );
    await orderRecovery(ask, path, 'start');
    await letRecover(contoso, ask, path);
    const sealed = await evidenceOf(path);
    const [key] = await keys();
    expect((await verifySealed(sealedText(sealed), [key?.publicKey ?? ''])).state).toBe('sound');
    const [subject, ...rest] = recordsOf(sealed);
    expect(subject).toMatchObject({
      kind: 'recovery-plan',
      name: 'Tonight',
      edition: 'current',
      by: { name: 'Adele Vance' },
      standing: { state: 'ended' },
      unseen: 0,
    });
    const machines = rest.flatMap((record) => (record.kind === 'machine' ? [record] : []));
    expect(machines.map(({ item, state, refusal }) => [item.vmName, state, refusal?.code])).toEqual([
      ['DBVM2', 'done', undefined],
      ['AppVM1', 'refused', 'machine-there'],
    ]);
    expect(kindOf(sealed, 'asked').map(({ command }) => command)).toEqual(
      expect.arrayContaining(['recoveryPlans.put', 'recoveryPlans.start', 'restores.start', 'restores.putPlan', 'evidence.ofPlan']),
    );
    // What its run saw at the end; nobody has opened this restore.
    expect(seenOf(sealed, 'secret').at(-1)).toMatchObject({ state: 'present' });
    expect(seenOf(sealed, 'step').every(({ state }) => state === 'done')).toBe(true);
    const positions = entriesOf(sealed).map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
    await holdRoles(contoso, LEE, []);
    expect(await ask.refusal('GET', `${path}/evidence`, undefined, { person: 'lee' })).toBe('recovery-plan-not-found');
  });
});

describe('evidence of a rehearsal', () => {
  it('tells what ran with what Azure said of it, keeps the picture of its screen, and names what was removed', async () => {
    const items = await ask.get(z.array(itemInVault), '/api/items');
    const plan = await planRecovery(
      ask,
      items.filter(({ name }) => name === 'FullRestoreVM1').map((item) => machineOf(item)),
    );
    const path = await rehearse(ask, plan);
    await letRecover(contoso, ask, path);
    const sealed = await evidenceOf(path);
    const [key] = await keys();
    expect((await verifySealed(sealedText(sealed), [key?.publicKey ?? ''])).state).toBe('sound');
    const records = recordsOf(sealed);
    expect(records[0]).toMatchObject({ kind: 'rehearsal', rehearsal: { of: plan.split('/').at(-1), phase: 'removed' } });

    const { proof } = z
      .object({ proof: machineProof })
      .loose()
      .parse(records.find(({ kind }) => kind === 'machine'));
    expect(proof.statuses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ of: 'machine', code: 'PowerState/running' }),
        expect.objectContaining({ of: 'agent', displayStatus: 'Ready' }),
      ]),
    );
    const screen = z.object({ state: z.literal('kept'), sha256: z.string(), type: z.string(), bytes: z.int() }).parse(proof.screen);
    const kept = z.object({ type: z.string(), base64: z.string() });
    const picture = await ask.get(kept, `${path}/screens/${screen.sha256}`);
    const bytes = Buffer.from(picture.base64, 'base64');
    expect([picture.type, bytes.length, bytes.subarray(0, 2).toString()]).toEqual(['image/bmp', screen.bytes, 'BM']);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(screen.sha256);
    expect(sealedText(sealed)).not.toContain('sig=');

    const removals = records.flatMap((record) => (record.kind === 'removal' ? [record] : []));
    expect(removals.map(({ thing: { kind }, state }) => `${kind} ${state}`)).toEqual(
      expect.arrayContaining(['resource-group removed', 'key-vault removed', 'file soft-deleted']),
    );
    const deleted = kindOf(sealed, 'sent').filter(({ method, resource }) => method === 'DELETE' && /resourceGroups\/[^/]+$/.test(resource));
    expect(deleted).toMatchObject([{ status: 202, requestId: expect.any(String), correlationId: expect.any(String) }]);

    // Who may only look has the record with the hash, and not the picture; of what was never kept there is none.
    expect(recordsOf(await evidenceOf(path, 'megan'))[0]).toMatchObject({ kind: 'rehearsal' });
    expect(await ask.refusal('GET', `${path}/screens/${screen.sha256}`, undefined, { person: 'megan' })).toBe('forbidden');
    expect(await ask.get(kept.nullable(), `${path}/screens/${'0'.repeat(64)}`)).toBeNull();
    await holdRoles(contoso, LEE, []);
    expect(await ask.refusal('GET', `${path}/screens/${screen.sha256}`, undefined, { person: 'lee' })).toBe('recovery-plan-not-found');
  });
});
