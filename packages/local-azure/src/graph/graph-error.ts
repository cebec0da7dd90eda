import { json, type HttpAnswer } from '../http/exchange';

/** What Graph refuses, with its code. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'GraphError';
    this.status = status;
    this.code = code;
  }
}

export const badRequest = (message: string) => new GraphError(400, 'Request_BadRequest', message);

export const refusal = (status: number, code: string, message: string): HttpAnswer =>
  json(status, { error: { code, message, innerError: { date: new Date().toISOString() } } });

export const resourceNotFound = (id: string) =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

export const refused = ({ status, code, message }: GraphError): HttpAnswer => refusal(status, code, message);

export const denied = (): HttpAnswer => refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
