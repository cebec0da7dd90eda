import { QueryError } from './query-error';
import type { Query } from './syntax';

const MOST_JOINS = 3;
const MOST_OTHER_TABLES = 1;
/** These two may be joined with each other as often as a table with itself. */
const KINDRED: readonly string[] = ['resources', 'resourcecontainers'];

/**
 * Source: learn.microsoft.com/azure/governance/resource-graph/concepts/query-language, on join: three in a query, of which one may be with
 * another table. @throws QueryError beyond that
 */
export function refuseTooManyJoins(query: Query): void {
  const joined = joinedTables(query);
  if (joined.length > MOST_JOINS) {
    throw new QueryError(
      'DisallowedMaxNumberOfRemoteTables',
      `The query has ${joined.length} joins, which exceeded the limit of ${MOST_JOINS}.`,
    );
  }
  const main = query.table.toLowerCase();
  const areKindred = [main, ...joined].every((table) => KINDRED.includes(table));
  const others = joined.filter((table) => table !== main);
  if (areKindred || others.length <= MOST_OTHER_TABLES) return;
  throw new QueryError(
    'DisallowedMaxNumberOfRemoteTables',
    `Other tables (${others.join(', ')}) were referenced as right table ${others.length} times, which exceeded the limit of ${MOST_OTHER_TABLES}.`,
  );
}

/** The tables on the right of every join, wherever it stands. */
function joinedTables({ operators }: Query): string[] {
  return operators.flatMap((operator) => {
    if (operator.kind === 'join') return [operator.right.table.toLowerCase(), ...joinedTables(operator.right)];
    return operator.kind === 'union' ? operator.others.flatMap(joinedTables) : [];
  });
}
