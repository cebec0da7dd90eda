import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { whatEachKeeps } from '../testing/each-store';
import { textOf, type CommandEntry, type NewCommandEntry } from './commands';

const newEntry = (entry: CommandEntry): NewCommandEntry => ({
  commandId: randomUUID(),
  owner: randomUUID(),
  scope: `/Vault/${randomUUID()}`,
  journey: null,
  entry,
});

whatEachKeeps((each) => {
  describe('of a command', () => {
    const asked: CommandEntry = {
      kind: 'asked',
      at: '2017-01-18T10:00:00.000Z',
      command: 'restores.start',
      by: { oid: 'oid', name: 'Adele', username: 'adele' },
      target: '/vm',
      about: { recoveryPointId: '1' },
      reason: 'INC-1',
      correlationId: 'correlation',
    };
    const sent: CommandEntry = {
      kind: 'sent',
      at: asked.at,
      method: 'PUT',
      resource: '/vm',
      status: 202,
      requestId: 'r',
      correlationId: null,
    };
    const answered: CommandEntry = { kind: 'answered', at: asked.at, result: 'accepted', code: null, jobId: 'job', about: {} };
    it('comes back entry by entry, in the order of their writing, to anyone who asks for the vault in any letters', async () => {
      const first = newEntry(asked);
      await each.stores.commands.append(first);
      await each.stores.commands.append({ ...first, entry: sent });
      await each.stores.commands.append({ ...first, entry: answered });
      const found = await each.stores.commands.ofScope(first.scope.toUpperCase(), 1);
      expect(found.map(({ command_id, entry }) => [command_id, entry])).toEqual([
        [first.commandId, asked],
        [first.commandId, answered],
      ]);
      expect(await each.stores.commands.ofScope(first.scope, -1)).toEqual([]);
      expect(await each.stores.commands.ofScope(`${first.scope}2`, 1)).toEqual([]);
    });

    it('is asked for once, and ends once, however often that is said', async () => {
      const first = newEntry(asked);
      const ended = { ...first, entry: { kind: 'ended', at: asked.at, end: 'succeeded' } as const };
      const both = await Promise.all([each.stores.commands.append(first), each.stores.commands.append(first)]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect([await each.stores.commands.append(ended), await each.stores.commands.append(ended)]).toEqual([true, false]);
      expect(await each.stores.commands.append({ ...first, owner: 'somebody else' })).toBe(true);
      expect(await each.stores.commands.findAsked(first.owner, first.commandId)).toMatchObject({
        owner: first.owner,
        scope: first.scope.toLowerCase(),
        entry: asked,
      });
      expect(await each.stores.commands.findAsked(first.owner, randomUUID())).toBeUndefined();
      expect(await each.stores.commands.ofScope(first.scope, 1)).toHaveLength(3);
    });

    it('has each request that changed something where its restore is asked for', async () => {
      const first = { ...newEntry(asked), journey: randomUUID() };
      await each.stores.commands.append(first);
      await each.stores.commands.append({ ...first, entry: sent });
      expect((await each.stores.commands.ofJourney(first.scope, first.journey)).map(({ entry }) => entry)).toEqual([asked, sent]);
    });

    it('belongs whole to the restore that it began', async () => {
      const begun = newEntry(asked);
      const other = { ...newEntry(asked), scope: begun.scope, journey: 'other' };
      const journey = randomUUID();
      await each.stores.commands.append(begun);
      await each.stores.commands.append(other);
      await each.stores.commands.append({ ...begun, journey, entry: answered });
      const found = await each.stores.commands.ofJourney(begun.scope, journey);
      expect(found.map(({ entry }) => entry.kind)).toEqual(['asked', 'answered']);
    });

    it('is found among all that anybody asked for, page by page from the newest on, and then what became of it', async () => {
      const [one, two, three] = [newEntry(asked), newEntry({ ...asked, command: 'items.stop' }), newEntry(asked)];
      const repeated: CommandEntry = { kind: 'repeated', at: asked.at, count: 4 };
      for (const entry of [one, two, three]) await each.stores.commands.append(entry);
      await each.stores.commands.append({ ...two, entry: sent });
      await each.stores.commands.append({ ...two, entry: answered });
      await each.stores.commands.append({ ...two, entry: repeated });
      await each.stores.commands.append({ ...two, owner: 'somebody else', entry: answered });
      const [third, second] = await each.stores.commands.askedBefore(Number.MAX_SAFE_INTEGER, 2);
      expect([third, second]).toMatchObject([
        { command_id: three.commandId, scope: three.scope.toLowerCase(), entry: asked },
        { command_id: two.commandId, owner: two.owner, entry: { command: 'items.stop' } },
      ]);
      if (!second) throw new Error('two were asked for');
      expect(await each.stores.commands.askedBefore(second.position, 1)).toMatchObject([{ command_id: one.commandId }]);
      const answers = await each.stores.commands.answersOf([second]);
      expect(answers.filter(({ owner }) => owner === two.owner).map(({ entry }) => entry)).toEqual([answered, repeated]);
      expect(await each.stores.commands.answersOf([])).toEqual([]);
    });

    it('takes a kibibyte an entry at most: what is longest is cut', async () => {
      const long = newEntry({ ...asked, target: `/vm/${'ä'.repeat(2_000)}`, reason: 'x'.repeat(60) });
      await each.stores.commands.append(long);
      const [found] = await each.stores.commands.ofScope(long.scope, 1);
      expect(found?.entry).toMatchObject({ command: 'restores.start', reason: 'x'.repeat(60), about: asked.about });
      expect(found?.entry.kind === 'asked' && found.entry.target).toMatch(/^\/vm\/ä{70,}…$/);
      expect(Buffer.byteLength(textOf(long.entry))).toBeLessThanOrEqual(1024);
    });
  });
});
