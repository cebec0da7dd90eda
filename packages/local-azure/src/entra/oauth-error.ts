import { randomUUID } from 'node:crypto';
import { json } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { own } from '../world/own';

const STATUS: Partial<Record<string, number>> = { invalid_client: 401, temporarily_unavailable: 503 };

/** A refusal of the token service: OAuth's error word and Entra's number. */
export class OAuthError extends Error {
  readonly error: string;
  readonly number: number;
  readonly status: number;
  readonly extra: Record<string, string>;

  constructor(error: string, number: number, message: string, extra: Record<string, string> = {}) {
    super(`AADSTS${number}: ${message}`);
    this.name = 'OAuthError';
    this.error = error;
    this.number = number;
    this.status = own(STATUS, error) ?? 400;
    this.extra = extra;
  }
}

/** An administrator has ended what was issued until then. */
export const grantRevoked = () =>
  new OAuthError(
    'invalid_grant',
    50173,
    'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
  );

/** The token endpoint's way to say no. */
export function refusal(error: OAuthError): HttpAnswer {
  const now = new Date().toISOString();
  return json(error.status, {
    error: error.error,
    error_description: error.message,
    error_codes: [error.number],
    timestamp: `${now.slice(0, 19).replace('T', ' ')}Z`,
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    ...error.extra,
  });
}
