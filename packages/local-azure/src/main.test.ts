import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { BuiltProgram, kill } from './testing/built-program';

const program = new BuiltProgram('program');

describe('the process', () => {
  it('says in one line that it is ready, where, and for whom', async () => {
    const { ready } = await program.start();
    expect(ready.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(ready.people.map((person) => person.name)).toContain('Adele Vance');
    expect(ready.apiAppSecret.length).toBeGreaterThan(30);
  });

  it('finds its world again after it was told to stop', async () => {
    const first = await program.start();
    expect(await kill(first.child, 'SIGTERM')).toEqual([0, null]);
    const second = await program.start();
    expect(second.ready.apiAppSecret).toBe(first.ready.apiAppSecret);
    await kill(second.child, 'SIGINT');
    const fresh = await program.start('--fresh');
    expect(fresh.ready.apiAppSecret).not.toBe(first.ready.apiAppSecret);
  });

  it('ends when the one who started it is gone', async () => {
    const { child } = await program.start();
    const gone = once(child, 'exit');
    child.disconnect();
    expect(await gone).toEqual([0, null]);
  });

  it('refuses a port that is in use', async () => {
    const { ready } = await program.start();
    const { port } = new URL(ready.url);
    program.state = join(program.folder, 'other.sqlite');
    expect(await program.refusal('--port', port)).toEqual({
      exitCode: 1,
      words: expect.stringMatching(new RegExp(`^Port ${port} is in use.*\\n$`)),
    });
  });

  it('refuses a state file that another process has open', async () => {
    await program.start();
    expect(await program.refusal()).toEqual({ exitCode: 1, words: expect.stringMatching(/in use by another process\.\n$/) });
  });

  it('refuses a damaged state file and leaves it as it was', async () => {
    writeFileSync(program.state, 'x'.repeat(5000));
    expect(await program.refusal()).toEqual({ exitCode: 1, words: expect.stringMatching(/^The state file .* damaged.*\n$/) });
    expect(readFileSync(program.state, 'utf8')).toBe('x'.repeat(5000));
  });

  it('refuses a place that cannot be written, and names it', async () => {
    writeFileSync(join(program.folder, 'file'), '');
    program.state = join(program.folder, 'file', 'state.sqlite');
    expect(await program.refusal()).toEqual({
      exitCode: 1,
      words: expect.stringMatching(/^The state cannot be written there: .*file.*\n$/),
    });
    if (process.platform !== 'linux') return;
    program.state = '/proc/data/state.sqlite';
    expect(await program.refusal()).toEqual({
      exitCode: 1,
      words: expect.stringMatching(/^The state cannot be written there: .*\/proc\/data.*\n$/),
    });
    program.state = '/proc/state.sqlite';
    expect(await program.refusal()).toEqual({
      exitCode: 1,
      words: expect.stringMatching(/^The state file \/proc\/state.sqlite cannot be written/),
    });
  });

  it('refuses the state file of a newer version', async () => {
    await kill((await program.start()).child, 'SIGTERM');
    const database = new DatabaseSync(program.state);
    database.exec('PRAGMA user_version = 77');
    database.close();
    expect(await program.refusal()).toEqual({ exitCode: 1, words: expect.stringMatching(/newer version \(schema 77/) });
  });

  it('refuses settings it does not understand', async () => {
    expect(await program.refusal('--seed', 'nonsense')).toEqual({
      exitCode: 1,
      words: expect.stringMatching(/^--seed must be one of .*\n$/),
    });
    expect(await program.refusal('--speed', 'fast')).toEqual({
      exitCode: 1,
      words: expect.stringMatching(/^--speed must be a number.*\n$/),
    });
  });
});
