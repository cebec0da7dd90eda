/** A query that the service refuses, with the code it gives and, where it has one, the token at which reading stopped. */
export class QueryError extends Error {
  readonly code: 'ParserFailure' | 'InvalidQueryLanguage' | 'UnknownFunction' | 'SemanticError' | 'DisallowedMaxNumberOfRemoteTables';
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
