import type { ParsePart } from './parse-operator';

/** What a query says, once read. */
export interface Query {
  table: string;
  operators: Operator[];
}

export type Expression =
  | { kind: 'literal'; value: unknown }
  | { kind: 'column'; name: string }
  | { kind: 'member'; of: Expression; name: string }
  | { kind: 'index'; of: Expression; index: Expression }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'unary'; operator: '-' | '+'; operand: Expression }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression }
  | { kind: 'in'; operator: string; value: Expression; list: Expression[] }
  | { kind: 'star' };

/** A column with the name it gets, when one was given. */
export interface Column {
  name: string | undefined;
  value: Expression;
}

export interface SortKey {
  value: Expression;
  descending: boolean;
}

export interface JoinKey {
  left: Expression;
  right: Expression;
}

export type JoinKind = 'innerunique' | 'inner' | 'leftouter' | 'rightouter' | 'fullouter';

export type Operator =
  | { kind: 'where'; condition: Expression }
  | { kind: 'project' | 'extend'; columns: Column[] }
  | { kind: 'project-rename'; renames: { from: string; to: string }[] }
  | { kind: 'project-away' | 'project-keep'; patterns: string[] }
  | { kind: 'join'; how: JoinKind; right: Query; on: JoinKey[] }
  | { kind: 'union'; others: Query[] }
  | { kind: 'summarize'; aggregates: Column[]; by: Column[] }
  | { kind: 'sort'; keys: SortKey[] }
  | { kind: 'top'; size: number; keys: SortKey[] }
  | { kind: 'take'; size: number }
  | { kind: 'distinct'; columns: Column[] }
  | { kind: 'mv-expand'; columns: Column[]; limit: number | undefined }
  | { kind: 'parse'; value: Expression; parts: ParsePart[] }
  | { kind: 'count' };
