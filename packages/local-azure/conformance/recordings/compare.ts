import { startLocalAzure } from '../../src/start';
import { connect } from '../../src/testing/connect';
import { own } from '../../src/world/own';
import { alike } from './alike';
import { knownDifferences } from './known-differences';
import { differencesOf, shapeOf } from './members';
import { readRecorded } from './recordings';
import type { Recorded } from './recordings';

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
