import ledger from './ledger.json';

/** Why the product may rely on something. */
export type Grounds = 'assumed' | 'described' | 'recorded';

export interface TruthRow {
  id: string;
  operation: string;
  /** Method and path; null for what is not of one operation. */
  request: string | null;
  /** Null: the operation itself. */
  field: string | null;
  grounds: Grounds;
  /** Of a recording: the day, as 2026-09-14, and the version of the API, where it tells one. */
  date: string | null;
  version: string | null;
  /** The operation of which it was recorded, where that is another that answers with the same. */
  as: string | null;
}

const isGrounds = (word: string | null | undefined): word is Grounds => word === 'assumed' || word === 'described' || word === 'recorded';

type Cells = readonly (string | null)[];

function rowOf(operation: string, request: string | null, [name, word, date, version, as]: Cells, isField: boolean): TruthRow {
  const field = isField ? (name ?? '') : null;
  return {
    id: `${operation} ${field ?? ''}`,
    operation,
    request,
    field,
    grounds: isGrounds(word) ? word : 'assumed',
    date: date || null,
    version: version ?? null,
    as: as ?? null,
  };
}

export const { operations, fields } = ledger;

const RANK: Readonly<Record<Grounds, number>> = { assumed: 0, described: 1, recorded: 2 };

/** Everything that was looked for in recorded answers: what is assumed first, and of that what was found nowhere. */
export function truthRows(): TruthRow[] {
  const rows = ledger.entries.flatMap(({ row, request, fields }) => {
    const name = row[0] ?? '';
    return [rowOf(name, request, row, false), ...fields.map((field) => rowOf(name, request, field, true))];
  });
  return rows.toSorted((a, b) => RANK[a.grounds] - RANK[b.grounds]);
}
