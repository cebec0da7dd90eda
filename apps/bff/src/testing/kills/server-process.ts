import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { BUILD_HEADER } from '../../http/same-site';

/** A server in a process of its own, made to be frozen and killed. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #url: string;
  readonly #token: string;

  private constructor(child: ChildProcess, url: string, token: string) {
    this.#child = child;
    this.#url = url;
    this.#token = token;
  }

  /** Starts the built program and waits until it is ready; all that is asked of it is asked with the token. */
  static async start(program: string, settings: Record<string, string>, token: string): Promise<ServerProcess> {
    const { NODE_ENV: _ofTheBuild, ...env } = process.env;
    const child = spawn(process.execPath, [program], { env: { ...env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    for await (const line of createInterface(child.stdout))
      if (line.includes('"ready":true')) return new ServerProcess(child, settings['TRESOR_PUBLIC_ORIGIN'] ?? '', token);
    throw new Error(`The server does not start: ${words}`);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Asks as the owner of the token. */
  fetch(path: string, init: RequestInit = {}, token = this.#token): Promise<Response> {
    const headers = { authorization: `Bearer ${token}`, [BUILD_HEADER]: 'dev', 'content-type': 'application/json' };
    return fetch(this.#url + path, { ...init, headers, signal: AbortSignal.timeout(10_000) });
  }

  /** Undefined where nobody answers. */
  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    try {
      return await (await this.fetch(path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) })).json();
    } catch {
      return undefined;
    }
  }

  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  goOn(): void {
    this.#child.kill('SIGCONT');
  }

  /** Resolves when the process is gone. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
