import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { freePort } from '../free-port';

const readyLine = z.object({
  url: z.string(),
  cloud: z.string(),
  issuer: z.string(),
  tenantId: z.string(),
  portalAppId: z.string(),
  apiAppId: z.string(),
  apiAppSecret: z.string(),
  redirectUris: z.array(z.string()),
  people: z.array(z.object({ username: z.string() })),
});

/** What servers and people have to know of a Local Azure. */
export type KnownAzure = z.infer<typeof readyLine>;

/** A Local Azure in a process of its own over a state file, made to be killed; its clock stands until it is turned. */
export class AzureProcess {
  readonly #args: string[];
  #child: ChildProcess;
  readonly known: KnownAzure;

  private constructor(args: string[], child: ChildProcess, known: KnownAzure) {
    [this.#args, this.#child, this.known] = [args, child, known];
  }

  static async start(program: string, file: string): Promise<AzureProcess> {
    const place = ['--port', `${await freePort()}`, '--data', file];
    const args = [program, ...place, '--standing', '--control', '--no-throttle'];
    return new AzureProcess(args, ...(await startProgram(args)));
  }

  async resume(): Promise<void> {
    [this.#child] = await startProgram(this.#args);
  }

  /** Lets time pass, as far as somebody is there to whom it does. */
  async advance(minutes: number): Promise<void> {
    const body = JSON.stringify({ minutes });
    await fetch(`${this.known.url}/control/advance`, { method: 'POST', body }).catch(() => undefined);
  }

  /** Resolves when the process is gone. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}

async function startProgram(args: string[]): Promise<[ChildProcess, KnownAzure]> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  for await (const line of createInterface(child.stdout))
    if (line.includes('"ready":true')) return [child, readyLine.parse(JSON.parse(line))];
  throw new Error(`Local Azure does not start: ${words}`);
}
