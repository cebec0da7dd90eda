import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LineSink } from './line-sink';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tresor-lines-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const nobody = { failed: () => undefined, lacks: () => undefined };

/** What a process that writes a great many lines to `log`, and then ends, ends with. */
async function endOf(log: number | 'pipe', reader?: (child: ReturnType<typeof spawn>) => void): Promise<unknown[]> {
  const script = `
    import { LineSink, leave } from ${JSON.stringify(join(import.meta.dirname, 'line-sink.ts'))};
    const sink = new LineSink(3, { failed: () => undefined, lacks: () => undefined });
    for (let line = 0; line < 500; line += 1) sink.write('x'.repeat(1_000) + '\\n');
    process.on('message', () => leave(3));
    process.send('written');`;
  // Node itself sets how the first three are written to.
  const stdio = ['ignore', 'ignore', 'inherit', log, 'ipc'] as const;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: [...stdio] });
  await once(child, 'message');
  reader?.(child);
  child.send('leave');
  return once(child, 'exit');
}

it('a process ends whose lines nobody reads', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const fd = openSync(pipe, constants.O_RDWR);
  expect(await endOf(fd)).toEqual([null, 'SIGKILL']);
  closeSync(fd);
});

it('a process ends whose lines have lost their reader', async () => {
  expect(await endOf('pipe', ({ stdio }) => stdio[3]?.destroy())).toEqual([3, null]);
});

it.skipIf(process.platform !== 'linux')('a process ends whose lines find the disk full', async () => {
  const fd = openSync('/dev/full', 'w');
  expect(await endOf(fd)).toEqual([3, null]);
  closeSync(fd);
});

it('a process that ends has written its last lines', async () => {
  const file = join(folder, 'log');
  const fd = openSync(file, 'w');
  expect(await endOf(fd)).toEqual([3, null]);
  closeSync(fd);
  expect(readFileSync(file, 'utf8').match(/\n/g)).toHaveLength(500);
});

it('a file that was moved away is followed by a new one', async () => {
  const file = join(folder, 'made', 'lines');
  const sink = new LineSink(file, nobody);
  sink.write('before\n');
  await sink.written();
  renameSync(file, `${file}.1`);
  sink.write('after\n');
  await sink.written();
  expect([`${file}.1`, file].map((name) => readFileSync(name, 'utf8'))).toEqual(['before\n', 'after\n']);
});

it('what cannot be written is told, and written once it can be', async () => {
  const told: unknown[] = [];
  const place = join(folder, 'place');
  const sink = new LineSink(join(place, 'lines'), { ...nobody, failed: (error) => void told.push(error) });
  closeSync(openSync(place, 'w'));
  sink.write('one\n');
  await sink.written();
  expect(String(told)).toContain('EEXIST');
  rmSync(place);
  sink.write('two\n');
  await sink.written();
  expect(readFileSync(join(place, 'lines'), 'utf8')).toBe('one\ntwo\n');
});

it('a line that is longer than may wait is left out', async () => {
  const file = join(folder, 'lines');
  const told: unknown[] = [];
  const sink = new LineSink(file, { failed: () => undefined, lacks: (lines) => void told.push(lines) });
  sink.write(`${'x'.repeat(2 * 1024 * 1024)}\n`);
  sink.write('short\n');
  await sink.written();
  expect([readFileSync(file, 'utf8'), told]).toEqual(['short\n', [1]]);
});

it('of lines that nobody reads no more wait than may, and how many are missing is told', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const fd = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const told: unknown[] = [];
  const sink = new LineSink(fd, { failed: (error) => void told.push(error), lacks: (lines) => void told.push(lines) });
  for (let line = 0; line < 1_100; line += 1) sink.write(`${'x'.repeat(1_023)}\n`);
  expect(told).toMatchObject([{ message: 'Nobody reads what is written.' }]);
  const reader = spawn('cat', { stdio: [fd, 'ignore', 'ignore'] });
  await sink.written();
  expect(told.slice(1)).toEqual([1_100 - 1_024]);
  reader.kill();
  closeSync(fd);
});
