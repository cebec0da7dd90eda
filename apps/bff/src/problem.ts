import { PROBLEM_STATUS, type Problem as ProblemBody, type ProblemCode, type ReadNeed } from '@tresor/contracts';

interface ProblemDetails {
  azureCode?: string | undefined;
  azureMessage?: string | undefined;
  consentUrl?: string | undefined;
  retryAfter?: number | undefined;
  fields?: string[] | undefined;
  /** Nobody knows what became of what Azure was asked to change before it refused. */
  inDoubt?: boolean | undefined;
  /** What was changed before it failed. */
  changed?: readonly string[] | undefined;
  /** What the user would have to be allowed to see, and where; kept where a run was refused, never in the body. */
  needs?: readonly ReadNeed[] | undefined;
  /** Claims the authority asks for; sent in WWW-Authenticate, never in the body. */
  claims?: string | undefined;
  cause?: unknown;
}

/** A failure with a code of the contract. Thrown anywhere, answered in one place. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.azureCode ? `${code} (${details.azureCode})` : code, { cause: details.cause });
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return PROBLEM_STATUS[this.code];
  }

  body(correlationId: string): ProblemBody {
    const { azureCode, azureMessage, consentUrl, retryAfter, fields, inDoubt, changed = [] } = this.details;
    return {
      type: 'about:blank',
      title: this.code,
      status: this.status,
      code: this.code,
      correlationId,
      ...(azureCode !== undefined && { azureCode }),
      ...(azureMessage !== undefined && { azureMessage }),
      ...(consentUrl !== undefined && { consentUrl }),
      ...(inDoubt === true && { inDoubt }),
      ...(changed.length > 0 && { changed: [...changed] }),
      ...(retryAfter !== undefined && { retryAfter }),
      ...(fields !== undefined && { fields }),
    };
  }
}
