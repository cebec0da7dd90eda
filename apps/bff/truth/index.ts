import { OpenApi } from './open-api';
import { makeLedger, type Ledger } from './ledger';
import { readRecordings } from './recordings';
import { replay, type Played } from './replay';

export { renderProof } from './proof';
export { compactLedger, renderLedger } from './render';

/** What a product that reads recorded answers made of them, and the ledger of what is known from them. */
export interface Truth {
  ledger: Ledger;
  misread: { operation: string; played: Played }[];
}

export async function findTruth(recordings: string, specifications: string): Promise<Truth> {
  const all = readRecordings(recordings);
  const replayed = await replay(all);
  return {
    ledger: makeLedger(replayed, all, new OpenApi(specifications)),
    misread: replayed.flatMap(({ operation: { name: operation }, played }) =>
      played.filter(({ result }) => result === 'misread').map((one) => ({ operation, played: one })),
    ),
  };
}
