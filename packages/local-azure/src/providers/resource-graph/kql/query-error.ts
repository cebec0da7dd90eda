/** A query that the language does not allow; `token` is where reading stopped. */
export class QueryError extends Error {
  readonly code: 'ParserFailure' | 'SemanticFailure' | 'UnsupportedOperator';
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly token: string | undefined;

  constructor(code: QueryError['code'], message: string, at?: { line: number; column: number; text: string }) {
    super(message);
    this.name = 'QueryError';
    this.code = code;
    this.line = at?.line;
    this.column = at?.column;
    this.token = at?.text;
  }
}
