import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from './transactions';

let database: DatabaseSync;
let transactions: Transactions;
let commits: number;
let undone: number;
let isFull: boolean;

beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE things (name TEXT)');
  commits = 0;
  undone = 0;
  isFull = false;
  transactions = new Transactions(database, {
    beforeCommit: () => {
      if (isFull) throw new Error('full');
      commits += 1;
    },
    undone: () => {
      undone += 1;
    },
  });
});

afterEach(() => database.close());

const put = (name: string) => database.prepare('INSERT INTO things VALUES (?)').run(name);
const names = () =>
  database
    .prepare('SELECT name FROM things ORDER BY name')
    .all()
    .map(({ name }) => name);

describe('What is written together', () => {
  it('shares one way to the disk', async () => {
    for (const name of ['a', 'b', 'c']) transactions.writeTogether(() => put(name));
    expect([commits, database.isTransaction]).toEqual([0, true]);
    await transactions.onDisk();
    expect([commits, database.isTransaction, transactions.onDisk()]).toEqual([1, false, undefined]);
    expect(names()).toEqual(['a', 'b', 'c']);
  });

  it('is there without what one of them took back', async () => {
    transactions.writeTogether(() => put('a'));
    const change = () =>
      transactions.writeTogether(() => {
        put('b');
        throw new Error('changed my mind');
      });
    expect(change).toThrow('changed my mind');
    transactions.writeTogether(() => put('c'));
    await transactions.onDisk();
    expect([names(), commits, undone]).toEqual([['a', 'c'], 1, 1]);
  });

  it('comes along with what must be on the disk at once', () => {
    transactions.writeTogether(() => put('a'));
    transactions.write(() => put('b'));
    expect([commits, database.isTransaction, transactions.onDisk()]).toEqual([1, false, undefined]);
    expect(names()).toEqual(['a', 'b']);
  });

  it('stays when what must be on the disk at once takes itself back', async () => {
    transactions.writeTogether(() => put('a'));
    const change = () =>
      transactions.write(() => {
        put('b');
        throw new Error('changed my mind');
      });
    expect(change).toThrow('changed my mind');
    await transactions.onDisk();
    expect(names()).toEqual(['a']);
  });

  it('is of an outer write when it is inside of one', () => {
    transactions.write(() => {
      transactions.writeTogether(() => put('a'));
      transactions.write(() => put('b'));
      expect(commits).toBe(0);
    });
    expect([commits, names()]).toEqual([1, ['a', 'b']]);
  });

  it('is not there, and those who wait learn it, when the disk fails', async () => {
    isFull = true;
    transactions.writeTogether(() => put('a'));
    transactions.writeTogether(() => put('b'));
    await expect(transactions.onDisk()).rejects.toThrow('full');
    expect([names(), undone, transactions.onDisk()]).toEqual([[], 1, undefined]);
    isFull = false;
    transactions.writeTogether(() => put('c'));
    await transactions.onDisk();
    expect(names()).toEqual(['c']);
  });

  it('is not there, and those who wait learn it, when another one’s failure has undone everything', async () => {
    transactions.writeTogether(() => put('a'));
    const waiting = transactions.onDisk();
    const fail = () =>
      transactions.writeTogether(() => {
        // As SQLite does by itself where its disk is full in the middle of a transaction.
        database.exec('ROLLBACK');
        throw new Error('full');
      });
    expect(fail).toThrow('full');
    await expect(waiting).rejects.toThrow('full');
    expect([names(), undone, transactions.onDisk()]).toEqual([[], 1, undefined]);
  });
});

it('undoes a part of a write alone', () => {
  transactions.write(() => {
    put('a');
    const part = () =>
      transactions.attempt(() => {
        put('b');
        throw new Error('changed my mind');
      });
    expect(part).toThrow('changed my mind');
  });
  expect(names()).toEqual(['a']);
});
