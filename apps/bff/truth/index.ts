import { OpenApi } from './open-api';
import { makeLedger, type Ledger } from './ledger';
import { doctorOperations } from './doctor-operations';
import { operations } from './operations';
import { readRecordings } from './recordings';
import { replay, type Played } from './replay';

export { renderProof } from './proof';
export { renderLedger } from './render';

/** What a product that reads recorded answers made of them, and the ledger of what is known from them. */
export interface Truth {
  ledger: Ledger;
  misread: { operation: string; played: Played }[];
}

export async function findTruth(recordings: readonly string[], specifications: string): Promise<Truth> {
  const all = recordings.flatMap(readRecordings);
  const product = await replay(operations, all);
  const doctor = await replay(doctorOperations, all);
  return {
    ledger: makeLedger({ product, doctor }, all, new OpenApi(specifications)),
    misread: [...product, ...doctor].flatMap(({ operation: { name: operation }, played }) =>
      played.filter(({ result }) => result === 'misread').map((one) => ({ operation, played: one })),
    ),
  };
}
