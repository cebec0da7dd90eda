import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalAzure } from '../../src/start';
import { connect } from '../../src/testing/connect';
import { record, text } from '../../src/world/json';
import { own } from '../../src/world/own';
import { alike } from './alike';
import { knownDifferences } from './known-differences';
import { differencesOf, shapeOf } from './members';

/** What the way brings along, and what recorders leave out or add. */
const OF_THE_WAY =
  /^(?:content-length|transfer-encoding|connection|date|server|vary|x-powered-by|set-cookie|content-encoding|x-cache|x-azure-ref|x-msedge-ref|x-aspnet-version|x-ms-operation-identifier|x-ms-served-by|mise-correlation-id|x-ms-throttling-version|azure-deprecating)$/;

/** Answers of a service that is still like it is today. */
const LATE = 2020;

export interface Difference {
  operation: string;
  what: string;
  reason?: string;
}

function recentOf(all: readonly Recorded[]): readonly Recorded[] {
  const recent = all.filter(({ year }) => year >= LATE);
  return recent.length > 0 ? recent : all;
}

function headersLacking(recorded: readonly Recorded[], ours: ReadonlySet<string>): string[] {
  const [one] = recorded;
  const always = (one?.headers ?? []).filter((name) => recorded.every(({ headers }) => headers.includes(name)));
  return always.filter((name) => !OF_THE_WAY.test(name) && !ours.has(name)).map((name) => `lacks the header ${name}`);
}

const explained = (operation: string, what: string): Difference => {
  const reason = knownDifferences.find((known) => known.operation.test(operation) && known.what.test(what))?.reason;
  return { operation, what, ...(reason !== undefined && { reason }) };
};

/** Asks Local Azure what the recordings asked the real service, in a like state, and holds the answers side by side. */
export async function compareWith(folder: string): Promise<{ compared: number; differences: Difference[] }> {
  const recordings = readRecorded(folder);
  const azure = await startLocalAzure({ file: ':memory:', seed: 'contoso', clock: { mode: 'standing' } });
  try {
    const { credential } = await connect(azure, 'adele');
    const { token } = await credential.getToken('https://management.azure.com/.default');
    const differences: Difference[] = [];
    let compared = 0;
    for (const [operation, all] of recordings) {
      const paths = own(alike, operation)?.(azure.world) ?? [];
      if (paths.length === 0) continue;
      compared += all.length;
      const answers = await Promise.all(paths.map((path) => fetch(azure.url + path, { headers: { authorization: `Bearer ${token}` } })));
      const failed = answers.filter(({ ok }) => !ok).map(({ status }) => `answers ${status}`);
      const bodies = await Promise.all(answers.map((answer): Promise<unknown> => answer.json()));
      const recent = recentOf(all);
      const found = [
        ...failed,
        ...differencesOf(shapeOf(recent.map(({ body }) => body)), shapeOf(bodies)),
        ...headersLacking(recent, new Set(answers.flatMap(({ headers }) => [...headers.keys()]))),
      ];
      differences.push(...found.map((what) => explained(operation, what)));
    }
    return { compared, differences };
  } finally {
    await azure.stop();
  }
}

/** An answer that the real service was recorded to send. */
interface Recorded {
  /** The folder that names the service, and the operation. */
  operation: string;
  headers: readonly string[];
  body: unknown;
  year: number;
}

function* linesOf(folder: string): Generator<[file: string, line: string]> {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'))) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) if (line !== '') yield [file.replaceAll('\\', '/'), line];
  }
}

/** What was read with success, by operation. Flows repeat what the single exchanges hold. */
function readRecorded(folder: string): Map<string, Recorded[]> {
  const found = new Map<string, Recorded[]>();
  for (const [file, line] of linesOf(folder)) {
    const exchange = record(JSON.parse(line));
    const service = file.split('/').at(-2) ?? '';
    if (service === 'flows' || exchange['method'] !== 'GET' || exchange['status'] !== 200) continue;
    const operation = `${service}/${text(exchange['operation']) ?? ''}`;
    const year = new Date(text(exchange['recorded']) ?? 0).getUTCFullYear();
    const headers = Object.keys(record(exchange['headers']));
    found.set(operation, [...(found.get(operation) ?? []), { operation, headers, body: exchange['body'], year }]);
  }
  return found;
}
