import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type LocalAzure } from '@tresor/local-azure';
import { asker, type Ask } from '../ask';
import { freePort } from '../free-port';
import type { KillOptions } from './round';
import { ServerProcess } from './server-process';

/** One server that is killed and started again; people ask it in their own names. Those of one name share a store. */
export class LoneServer implements AsyncDisposable {
  readonly #options: KillOptions;
  readonly #azure: LocalAzure;
  readonly #data: string;
  readonly #tokens: ReadonlyMap<string, string>;
  readonly ask: Ask;
  #server: ServerProcess | undefined;

  private constructor(options: KillOptions, azure: LocalAzure, data: string, tokens: ReadonlyMap<string, string>) {
    [this.#options, this.#azure, this.#data, this.#tokens] = [options, azure, data, tokens];
    this.ask = asker(() => ({ as: (person, path, init) => this.#as(person, path, init) }));
  }

  static async start(options: KillOptions, azure: LocalAzure, name: string, people: readonly string[]): Promise<LoneServer> {
    const data = join(options.folder, name);
    mkdirSync(data, { recursive: true, mode: 0o700 });
    const tokens = await Promise.all(people.map(async (person) => [person, (await connect(azure, person)).apiToken] as const));
    const server = new LoneServer(options, azure, data, new Map(tokens));
    await server.startAgain();
    return server;
  }

  async startAgain(): Promise<void> {
    const { program, settingsOf } = this.#options;
    const settings = settingsOf({ port: await freePort(), data: this.#data, azure: this.#azure });
    this.#server = await ServerProcess.start(program, settings, '');
  }

  async kill(): Promise<void> {
    await this.#server?.kill();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.kill();
  }

  #as(person: string, path: string, init: RequestInit = {}): Promise<Response> {
    if (!this.#server) throw new Error('There is no server.');
    return this.#server.fetch(path, init, this.#tokens.get(person) ?? '');
  }
}
