import type { Column, Expression, Operator, Query } from './syntax';

/**
 * The columns of the base tables that a query can ask for, or undefined when it may show all. A name counts wherever it stands, and
 * `id1`, as joins call a second `id`, counts for `id` too.
 */
export function mentionedColumns(query: Query): ReadonlySet<string> | undefined {
  if (!isNarrowed(query)) return undefined;
  const names = new Set<string>();
  inQuery(query, (name) => names.add(name).add(name.replace(/\d+$/, '')));
  return names;
}

/** Whether the query and all it joins say which columns they keep. */
function isNarrowed({ operators }: Query): boolean {
  const narrowing = operators.some(({ kind }) => kind === 'project' || kind === 'summarize' || kind === 'count');
  const whole = operators.some((one) => one.kind === 'distinct' || one.kind === 'project-away' || one.kind === 'project-keep');
  return narrowing && !whole && operators.every((one) => one.kind !== 'union');
}

type Note = (name: string) => unknown;

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
    case 'project-rename':
      for (const { from, to } of operator.renames) {
        note(from);
        note(to);
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
    if (name !== undefined) note(name);
    inExpression(value, note);
  }
}

function inExpression(expression: Expression, note: Note): void {
  switch (expression.kind) {
    case 'column':
      note(expression.name);
      return;
    case 'member':
      inExpression(expression.of, note);
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
