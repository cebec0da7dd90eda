import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Reachable } from '../src/testing/connect';
import { readBack } from '../src/world/json';

/** A Local Azure in a process of its own, made to be killed. */
export class Victim {
  readonly azure: Reachable;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, azure: Reachable) {
    this.#child = child;
    this.azure = azure;
  }

  /** Starts the program over a state file, its clock standing, and waits until it is ready. */
  static async start(program: string, file: string): Promise<Victim> {
    const args = [program, '--port', '0', '--data', file, '--seed', 'contoso', '--standing', '--control', '--no-throttle'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    for await (const line of createInterface(child.stdout)) {
      return new Victim(child, readBack(line));
    }
    throw new Error(`Local Azure does not start: ${words}`);
  }

  /** Sends SIGKILL; resolves when the process is gone. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
