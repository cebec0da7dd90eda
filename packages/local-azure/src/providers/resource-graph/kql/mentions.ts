import type { Column, Expression, Operator, Query } from './syntax';

/** For each column that a query can ask for, the paths below it; an empty path stands for the column as a whole. */
export type Mentions = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * What a query can ask of its base tables, or undefined when it may show all of them. A name counts wherever it stands, and `id1`, as
 * joins call a second `id`, counts for `id` too.
 */
export function mentionsOf(query: Query): Mentions | undefined {
  if (!isNarrowed(query)) return undefined;
  const mentions = new Map<string, (readonly string[])[]>();
  inQuery(query, (name, path) => {
    for (const one of new Set([name, name.replace(/(?<!\d)\d+$/, '')])) mentions.set(one, [...(mentions.get(one) ?? []), path]);
  });
  return mentions;
}

/** Whether the query says, after its last join, which columns it keeps. */
function isNarrowed({ operators }: Query): boolean {
  const lastJoin = operators.findLastIndex(({ kind }) => kind === 'join' || kind === 'union');
  const after = operators.slice(lastJoin + 1).map(({ kind }) => kind);
  const narrows = after.some((kind) => kind === 'project' || kind === 'summarize' || kind === 'count');
  return (
    narrows && !operators.some(({ kind }) => kind === 'union' || kind === 'distinct' || kind === 'project-away' || kind === 'project-keep')
  );
}

type Note = (name: string, path: readonly string[]) => void;

function inQuery({ operators }: Query, note: Note): void {
  for (const operator of operators) inOperator(operator, note);
}

function inOperator(operator: Operator, note: Note): void {
  switch (operator.kind) {
    case 'where':
      inExpression(operator.condition, note);
      return;
    case 'join':
      inQuery(operator.right, note);
      for (const { left, right } of operator.on) {
        inExpression(left, note);
        inExpression(right, note);
      }
      return;
    case 'summarize':
      inColumns([...operator.aggregates, ...operator.by], note);
      return;
    case 'sort':
    case 'top':
      for (const { value } of operator.keys) inExpression(value, note);
      return;
    case 'parse':
      inExpression(operator.value, note);
      for (const part of operator.parts) if ('column' in part) note(part.column, []);
      return;
    case 'project-rename':
      for (const { from, to } of operator.renames) {
        note(from, []);
        note(to, []);
      }
      return;
    case 'project':
    case 'extend':
    case 'mv-expand':
      inColumns(operator.columns, note);
      return;
    default:
  }
}

function inColumns(columns: readonly Column[], note: Note): void {
  for (const { name, value } of columns) {
    if (name !== undefined) note(name, []);
    inExpression(value, note);
  }
}

function inExpression(expression: Expression, note: Note, path: readonly string[] = []): void {
  switch (expression.kind) {
    case 'column':
      note(expression.name, path);
      return;
    case 'member':
      inExpression(expression.of, note, [expression.name, ...path]);
      return;
    case 'index':
      inExpression(expression.of, note);
      inExpression(expression.index, note);
      return;
    case 'unary':
      inExpression(expression.operand, note);
      return;
    case 'binary':
      inExpression(expression.left, note);
      inExpression(expression.right, note);
      return;
    case 'in':
      for (const one of [expression.value, ...expression.list]) inExpression(one, note);
      return;
    case 'call':
      for (const one of expression.args) inExpression(one, note);
      return;
    default:
  }
}
