/** Every code a problem of the API can carry, with its HTTP status. Words for them live in the portal, one entry per code. */
export const PROBLEM_STATUS = {
  'invalid-request': 400,
  'not-signed-in': 401,
  'session-expired': 401,
  'step-up-required': 401,
  'consent-required': 403,
  forbidden: 403,
  'foreign-origin': 403,
  'subscription-not-found': 404,
  'vault-not-found': 404,
  'policy-not-found': 404,
  'item-not-found': 404,
  'job-not-found': 404,
  'key-vault-not-found': 404,
  'batch-not-found': 404,
  'route-not-found': 404,
  'policy-name-taken': 409,
  'policy-refused': 409,
  conflict: 409,
  'job-over': 409,
  'job-not-cancellable': 409,
  'item-stopped': 409,
  'item-deleted': 409,
  'idempotency-key-reused': 409,
  'request-too-large': 413,
  'too-many-requests': 429,
  'azure-throttled': 429,
  'version-mismatch': 409,
  internal: 500,
  'azure-answer-unreadable': 502,
  'azure-unreachable': 502,
  'azure-failed': 502,
  'sign-in-service-unavailable': 503,
  'not-ready': 503,
  'azure-timeout': 504,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

const isProblemCode = (code: string): code is ProblemCode => code in PROBLEM_STATUS;

export const PROBLEM_CODES = Object.keys(PROBLEM_STATUS).filter(isProblemCode);
