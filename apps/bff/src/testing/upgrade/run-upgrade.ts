import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect, startLocalAzure, type LocalAzure } from '@tresor/local-azure';
import { freePort } from '../free-port';
import { ServerProcess } from '../kills/server-process';
import { PostgresServer } from '../postgres-server';
import { plantMorning, type Morning } from '../servers/morning';
import type { Order } from '../servers/order';
import { ordersByKind } from '../servers/orders';
import { DumbProxy } from '../servers/dumb-proxy';
import { Visitor } from '../servers/visitor';
import { dumpOfDatabase, dumpOfFile } from './dumps';

type StoreKind = 'sqlite' | 'postgres';

/** What is built of one commit, and what its server is started with. */
interface Built {
  /** Of `main.js`, and of `store.js` in what can take its store back. */
  folder: string;
  settingsOf: (place: { port: number; data: string; azure: LocalAzure }) => Record<string, string>;
}

export interface UpgradeOptions {
  /** An older commit with the version of the store before this one. */
  older: Built;
  /** An older commit with the same version of the store. */
  alike: Built;
  newer: Built;
  /** Folder of what the servers remember. */
  folder: string;
  /** Told what the older server has kept. */
  keep?: (kind: StoreKind, dump: string) => void;
}

const MINUTE = 60_000;
const MINUTE_EVERY = 100;
const ASKED_EVERY = 200;
const SETTLED_WITHIN = 60_000;

/** Up and back over a file and over a PostgreSQL, and both at once over one. Answers how many orders there were. @throws at the first that was doubled or lost */
export async function runUpgrade(options: UpgradeOptions): Promise<number> {
  await using postgres = await PostgresServer.start();
  const morning = await plantMorning(join(options.folder, 'morning.world'));
  const [moved, shared] = [await postgres.newDatabase(), await postgres.newDatabase()];
  const runs = [upAndBack(options, morning, undefined), upAndBack(options, morning, moved), sideBySide(options, morning, shared)];
  await Promise.allSettled(runs);
  return (await Promise.all(runs)).reduce((all, one) => all + one);
}

interface Company extends AsyncDisposable {
  azure: LocalAzure;
  token: string;
}

/** Local Azure on a morning; its time passes by itself. */
async function openCompany(morning: Morning): Promise<Company> {
  const azure = await startLocalAzure({
    file: ':memory:',
    clock: { mode: 'standing' },
    saved: morning.file,
    control: true,
    throttle: false,
  });
  const { apiToken: token } = await connect(azure, 'adele');
  const time = setInterval(() => azure.advance(MINUTE), MINUTE_EVERY);
  return {
    azure,
    token,
    async [Symbol.asyncDispose]() {
      clearInterval(time);
      await azure.stop();
    },
  };
}

function makeFolder(...names: [string, string]): string {
  const data = join(...names);
  mkdirSync(data, { mode: 0o700 });
  return data;
}

async function upAndBack({ older, newer, folder, keep }: UpgradeOptions, morning: Morning, url: string | undefined): Promise<number> {
  const kind: StoreKind = url === undefined ? 'sqlite' : 'postgres';
  await using company = await openCompany(morning);
  const { azure, token } = company;
  const port = await freePort();
  const data = makeFolder(folder, kind);
  const settingsOf = (built: Built): Record<string, string> => ({
    ...built.settingsOf({ port, data, azure }),
    ...(url !== undefined && { DATABASE_URL: url }),
  });
  const visitor = new Visitor(`http://localhost:${port}`, token);
  const during = async <T>(built: Built, work: () => Promise<T>): Promise<T> => {
    await using stack = new AsyncDisposableStack();
    const server = await ServerProcess.start(join(built.folder, 'main.js'), settingsOf(built), token);
    stack.defer(() => server.kill());
    return await work();
  };
  const [before, after] = await during(older, async () => {
    const halves = halvesOf(await ordersByKind({ azure, visitor, morning }));
    await settle(halves[0], visitor);
    return halves;
  });
  keep?.(kind, url === undefined ? dumpOfFile(join(data, 'intents.sqlite')) : dumpOfDatabase(url));
  const all = [...before, ...after];
  await during(newer, () => settle(all, visitor));
  takeBack(join(newer.folder, 'store.js'), settingsOf(newer));
  await during(older, () => settle(all, visitor));
  return all.length;
}

/** One of each kind, and another of each. */
function halvesOf(kinds: readonly Order[][]): [Order[], Order[]] {
  return [kinds.flatMap(([first]) => first ?? []), kinds.flatMap(([, second]) => second ?? [])];
}

/** Requests go to an older or to a newer server by lot, until the older one is gone amid the orders. */
async function sideBySide({ alike, newer, folder }: UpgradeOptions, morning: Morning, url: string): Promise<number> {
  await using company = await openCompany(morning);
  const { azure, token } = company;
  const ports: number[] = [];
  const serve = async (built: Built, name: string) => {
    const port = await freePort();
    ports.push(port);
    const settings = { ...built.settingsOf({ port, data: makeFolder(folder, name), azure }), DATABASE_URL: url };
    return ServerProcess.start(join(built.folder, 'main.js'), settings, token);
  };
  await using stack = new AsyncDisposableStack();
  const leaving = await serve(alike, 'alike');
  stack.defer(() => leaving.kill());
  const staying = await serve(newer, 'newer');
  stack.defer(() => staying.kill());
  const proxy = stack.use(await DumbProxy.start(ports));
  const visitor = new Visitor(proxy.url, token);
  const [before, after] = halvesOf(await ordersByKind({ azure, visitor, morning }));
  const gone = before[0]?.ask(visitor).then(() => leaving.kill());
  await Promise.all([gone, settle([...before, ...after], visitor)]);
  return before.length + after.length;
}

/** Asks for each order until it is certain that it was carried out, and then whether it was so once. */
async function settle(orders: readonly Order[], visitor: Visitor): Promise<void> {
  await Promise.all(orders.map((order) => untilDone(order, visitor)));
  for (const order of orders) {
    const count = await order.count();
    if (count !== 1) throw new Error(`The ${order.name} was carried out ${count} times.`);
  }
}

async function untilDone(order: Order, visitor: Visitor): Promise<void> {
  for (const end = performance.now() + SETTLED_WITHIN; performance.now() < end; await wait(ASKED_EVERY))
    if (await order.ask(visitor)) return;
  throw new Error(`Nobody was told what became of the ${order.name}. Refused or not answered at last: ${visitor.refusals().join('; ')}`);
}

function takeBack(program: string, settings: Record<string, string>): void {
  const { NODE_ENV: _ofTheBuild, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [program, 'back'], { env: { ...env, ...settings }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The store cannot be taken back: ${stderr}`);
}
