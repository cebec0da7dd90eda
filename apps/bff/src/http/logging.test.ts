import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLogger } from './logging';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tresor-log-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Reads what is there now. */
function readNow(fd: number): string {
  const buffer = Buffer.alloc(64 * 1024);
  try {
    return buffer.toString('utf8', 0, readSync(fd, buffer));
  } catch {
    return '';
  }
}

it('a log that nobody reads holds up nothing, and says later how many lines it lacks', async () => {
  const pipe = join(folder, 'log');
  execFileSync('mkfifo', [pipe]);
  const fd = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const logger = createLogger('info', fd);
  for (let line = 0; line < 3_000; line += 1) logger.info({ line, filling: 'x'.repeat(1_000) }, 'a line');
  let log = '';
  await vi.waitFor(
    () => {
      log += readNow(fd);
      expect(log).toContain('"msg":"lines are missing here"');
    },
    { timeout: 10_000, interval: 1 },
  );
  const written = log.match(/"msg":"a line"/g)?.length ?? 0;
  const dropped = Number(/"dropped":(\d+)/.exec(log)?.[1]);
  expect(dropped).toBeGreaterThan(0);
  expect(written + dropped).toBe(3_000);
  closeSync(fd);
});

it.skipIf(process.platform !== 'linux')('a full disk does not end the server', async () => {
  const fd = openSync('/dev/full', 'w');
  const logger = createLogger('info', fd);
  for (let line = 0; line < 100; line += 1) logger.info({ line }, 'a line');
  await new Promise((resolve) => logger.flush(resolve));
  closeSync(fd);
});
