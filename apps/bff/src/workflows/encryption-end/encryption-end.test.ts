import { endingMachine, type EndingMachine } from '@tresor/contracts';
import { judgeEncryptionEnd } from '@tresor/support-matrix';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso('retirement');
});
afterAll(() => contoso[Symbol.asyncDispose]());

const machines = (person = 'adele'): Promise<EndingMachine[]> => ask.get(z.array(endingMachine), '/api/encryption-end', { person });
const named = async (name: string, person?: string) => {
  const found = (await machines(person)).find(({ machine }) => machine.name === name);
  if (!found) throw new Error(`${name} is not there.`);
  return found;
};

describe('what the end of Azure Disk Encryption means', () => {
  it.each([
    ['PaymentsVM1', 'movable', ['back-up-first']],
    ['PaymentsVM2', 'movable', ['back-up-first', 'other-size']],
    ['ArchiveVM1', 'movable', ['back-up-first']],
    ['ArchiveVM2', 'rebuild', ['back-up-first']],
    ['ArchiveVM3', 'rebuild', ['back-up-first']],
    ['RestoredVM1', 'rebuild', ['back-up-first']],
    ['RestoredVM2', 'untold', ['back-up-first']],
    ['PilotVM1', 'movable', ['back-up-first']],
    ['DBVM2', 'movable', ['back-up-first', 'managed-disks']],
    ['StoppedVM1', 'movable', ['back-up-first', 'start-first']],
    ['MovedVM1', 'at-host', []],
    ['CustomerKeyVM1', 'not-affected', []],
    ['ClassicVM1', 'not-affected', []],
  ] as const)('is said of %s: %s', async (name, expected, steps) => {
    const judged = judgeEncryptionEnd(await named(name));
    expect(judged).toMatchObject({ class: expected, steps });
  });

  it('is said of every machine of both subscriptions, with its size and its disks', async () => {
    const all = await machines();
    const listed = contoso.azure.world.resources.list('Microsoft.Compute/virtualMachines', '/subscriptions');
    expect(all.length).toBeGreaterThanOrEqual(listed.length);
    expect(await named('PaymentsVM2')).toMatchObject({ size: 'Standard_A2', totalGiB: 127 + 1024, volumes: 'all' });
  });

  it('tells how long recovery points are kept, and of none where there is no backup', async () => {
    expect((await named('ProtectedVM1')).points?.retention).toMatchObject({ kind: 'policy' });
    expect((await named('RetiredVM1')).points?.retention).toEqual({ kind: 'kept' });
    expect((await named('PaymentsVM1')).points).toBeNull();
  });

  it('does not take stopped backups for a backup that was just made', async () => {
    const stopped = await named('RetiredVM1');
    expect(judgeEncryptionEnd(stopped).steps).toEqual(['backups-stopped', 'start-first']);
    expect(stopped.points?.newest).toMatch(/^\d{4}-/);
  });

  it('counts a machine whose backup was deleted as one without, for its points are gone soon', async () => {
    const deleted = await named('DeletedItemVM1');
    expect(deleted).toMatchObject({ points: null, machine: { protectedByVaultId: null } });
    expect(deleted.machine.deletedInVaultId).toMatch(/\/OperationsVault$/);
    expect(judgeEncryptionEnd(deleted).steps).toEqual(['back-up-first']);
  });

  it('says what may not be seen as not seen', async () => {
    const seen = await machines('lee');
    for (const { machine, hostSize } of seen) {
      if (machine.encryption.kind !== 'none') expect(hostSize).toBeNull();
    }
  });
});
