import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { readBack } from '../world/json';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the program says in its first line. */
export interface Ready {
  ready: boolean;
  url: string;
  tenantId: string;
  portalAppId: string;
  apiAppId: string;
  apiAppSecret: string;
  redirectUris: string[];
  people: { name: string; username: string; does: { de: string; en: string } }[];
}

/** The program as it is built, to be started over a state of its own for each test. `name`: of the folder it is built into. */
export class BuiltProgram {
  /** Where each test has its files. */
  folder = '';
  /** The state file. */
  state = '';
  readonly #outDir: string;
  #running: ChildProcess[] = [];

  constructor(name: string) {
    this.#outDir = join(root, 'test-results', name);
    beforeAll(async () => {
      await build({
        root,
        configFile: join(root, 'vite.config.ts'),
        logLevel: 'error',
        build: { outDir: this.#outDir, sourcemap: false },
      });
    });
    afterAll(() => rmSync(this.#outDir, { recursive: true }));
    beforeEach(() => {
      this.folder = mkdtempSync(join(tmpdir(), 'local-azure-'));
      this.state = join(this.folder, 'state.sqlite');
    });
    afterEach(async () => {
      for (const child of this.#running) {
        if (child.exitCode === null && child.signalCode === null) {
          child.kill('SIGKILL');
          await once(child, 'exit');
        }
      }
      this.#running = [];
      rmSync(this.folder, { recursive: true });
    });
  }

  run(...args: string[]): ChildProcess {
    const child = spawn(
      process.execPath,
      [join(this.#outDir, 'main.js'), '--port', '0', '--data', this.state, '--seed', 'empty', '--no-throttle', ...args],
      {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    this.#running.push(child);
    return child;
  }

  async start(...args: string[]): Promise<{ child: ChildProcess; ready: Ready }> {
    const child = this.run(...args);
    if (!child.stdout) throw new Error('The process has no output.');
    for await (const line of createInterface(child.stdout)) {
      const ready = readBack<Ready>(line);
      return { child, ready };
    }
    throw new Error('The process ended before it was ready.');
  }

  /** With which code it ends that does not start, and with which words. */
  async refusal(...args: string[]): Promise<{ exitCode: unknown; words: string }> {
    const child = this.run(...args);
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    const [exitCode]: unknown[] = await once(child, 'close');
    return { exitCode, words };
  }
}

export function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
  const gone = once(child, 'exit');
  child.kill(signal);
  return gone;
}
