import { expect, it } from 'vitest';
import { WatchedReads } from './watched-reads';

const SECOND = 1_000;

const forbidden = () => Promise.reject(new Error('forbidden'));

function watching() {
  let now = 0;
  const asked: string[] = [];
  const writes = new Map<string, number>();
  const reads = new WatchedReads<string>(() => now);
  return {
    read: (user: string, ask: () => Promise<string> = () => Promise.resolve('job')) =>
      reads.read({ user, writes: () => writes.get(user) ?? 0 }, 'vault job', () => {
        asked.push(user);
        return ask();
      }),
    wait: (seconds: number) => (now += seconds * SECOND),
    write: (user: string) => writes.set(user, (writes.get(user) ?? 0) + 1),
    asked: () => asked.splice(0),
  };
}

it('twenty people who watch a job for a minute ask Azure about once in three seconds, together', async () => {
  const { read, wait, asked } = watching();
  const people = Array.from({ length: 20 }, (_, i) => `person ${i}`);
  for (const person of people) await read(person);
  expect(asked()).toHaveLength(20);
  for (let second = 3; second < 60; second += 3) {
    wait(3);
    await Promise.all(people.map((person) => read(person)));
  }
  expect(asked()).toHaveLength(19);
});

it('nobody is shown what was fetched with the token of another before a read of their own', async () => {
  const { read, asked } = watching();
  await read('adele');
  await expect(read('mallory', forbidden)).rejects.toThrow('forbidden');
  await expect(read('mallory', forbidden)).rejects.toThrow('forbidden');
  expect(asked()).toEqual(['adele', 'mallory', 'mallory']);
});

it('anyone who loses the right is turned away within a minute', async () => {
  const { read, wait } = watching();
  await read('adele');
  await read('alex');
  for (let second = 0; second < 60; second += 2) {
    wait(2);
    await read('adele');
  }
  await expect(read('alex', forbidden)).rejects.toThrow('forbidden');
});

it('what somebody has just changed is fetched again for that person', async () => {
  const { read, write, asked } = watching();
  for (const person of ['adele', 'alex', 'adele']) await read(person);
  expect(asked()).toEqual(['adele', 'alex']);
  write('adele');
  await read('adele');
  expect(asked()).toEqual(['adele']);
});

it('a failure of one who asked first is not the failure of another', async () => {
  const { read, wait } = watching();
  await read('adele');
  await read('alex');
  wait(3);
  const failing = read('alex', () => Promise.reject(new Error('his token has ended')));
  expect(await read('adele')).toBe('job');
  await expect(failing).rejects.toThrow('his token has ended');
});
