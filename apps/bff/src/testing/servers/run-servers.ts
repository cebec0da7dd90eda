import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FAULTS, type Fault } from './faults';
import { plantMorning, type Morning } from './morning';
import type { Order } from './order';
import { prepareOrders } from './orders';
import { openStage, type ServersOptions, type Stage } from './stage';

/** In this time all orders are given, and the fault begins amid them. */
const GIVEN_WITHIN = 3_000;
const ASKED_EVERY = 1_000;
/** Longer than it takes until it is certain of every order what left; then the fault is over. */
const SETTLED_WITHIN = 60_000;
/** Azure’s clock meanwhile. */
const MINUTE = 60_000;
const MINUTE_EVERY = 250;
/** At once: most of the time servers wait. */
const BESIDE = 3;

export interface FaultResult {
  fault: Fault;
  orders: number;
  /** Answers that said nothing of the order. */
  unanswered: number;
  /** Orders of which it was said in between that they certainly had not begun. */
  notStarted: number;
  /** Milliseconds from the first order until the last one was certain. */
  took: number;
}

/** Each fault amid fifty orders, as often as it takes. @throws at the first order that was doubled, lost, or is still not certain */
export async function runServers(options: ServersOptions, each: (result: FaultResult) => void): Promise<void> {
  const morning = await plantMorning(join(options.folder, 'morning.world'));
  const progress = { begun: 0, given: 0, failed: false };
  const shares = Array.from({ length: BESIDE }, () => runShare(options, morning, progress, each));
  await Promise.allSettled(shares);
  await Promise.all(shares);
}

interface Progress {
  begun: number;
  given: number;
  failed: boolean;
}

const NAMES = Object.keys(FAULTS).filter((name): name is Fault => Object.hasOwn(FAULTS, name));

/** One fault after the other, until there are enough or one has failed. */
async function runShare(options: ServersOptions, morning: Morning, progress: Progress, each: (result: FaultResult) => void): Promise<void> {
  while (!progress.failed && (progress.begun < NAMES.length || progress.given < options.orders)) {
    const at = progress.begun;
    progress.begun += 1;
    const fault = NAMES[at % NAMES.length];
    if (!fault) return;
    const result = await runFault(options, morning, fault, `${at}`).catch((error: unknown) => {
      progress.failed = true;
      throw new Error(`While ${fault}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
    progress.given += result.orders;
    each(result);
  }
}

async function runFault(options: ServersOptions, morning: Morning, fault: Fault, name: string): Promise<FaultResult> {
  await using stage = await openStage(options, morning, name);
  const orders = await prepareOrders(stage);
  const before = stage.visitor.unanswered;
  const started = performance.now();
  const over = { at: Infinity };
  const happens = wait(Math.random() * GIVEN_WITHIN)
    .then(() => FAULTS[fault](stage))
    .finally(() => {
      over.at = performance.now();
    });
  const time = setInterval(() => stage.azure.advance(MINUTE), MINUTE_EVERY);
  try {
    const [, ...settled] = await Promise.all([happens, ...orders.map((order) => settle(stage, order, over))]);
    const took = performance.now() - started;
    const unanswered = stage.visitor.unanswered - before;
    await judge(orders);
    const notStarted = settled.filter(Boolean).length;
    return { fault, orders: orders.length, unanswered, notStarted, took };
  } finally {
    clearInterval(time);
  }
}

/** Asks until it is certain that the order was carried out; whether it was said in between that it certainly was not. */
async function settle({ visitor }: Stage, order: Order, over: { at: number }): Promise<boolean> {
  await wait(Math.random() * GIVEN_WITHIN);
  let wasNotStarted = false;
  while (performance.now() < over.at + SETTLED_WITHIN) {
    const isDone = await order.ask(visitor);
    if (isDone) return wasNotStarted;
    if (isDone === undefined) {
      wasNotStarted = true;
      if ((await order.count()) > 0) throw new Error(`It was said that the ${order.name} had not begun, and it had.`);
    }
    await wait(ASKED_EVERY);
  }
  throw new Error(`Nobody was told what became of the ${order.name}. Refused or not answered at last: ${visitor.refusals().join('; ')}`);
}

/** What Azure has accepted, it may show only later: the last order may have been given a moment ago. */
async function judge(orders: readonly Order[]): Promise<void> {
  const giveUp = performance.now() + SETTLED_WITHIN;
  for (const order of orders) {
    let count = await order.count();
    while (count === 0 && performance.now() < giveUp) {
      await wait(ASKED_EVERY);
      count = await order.count();
    }
    if (count !== 1) throw new Error(`The ${order.name} was carried out ${count} times.`);
  }
}
