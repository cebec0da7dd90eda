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

/** 400, in the code that Graph has for most of what it does not understand. */
export const badRequest = (message: string) => new GraphError(400, 'Request_BadRequest', message);

/** Graph’s error envelope, with the time of the computer. */
export const refusal = (status: number, code: string, message: string): HttpAnswer =>
  json(status, { error: { code, message, innerError: { date: new Date().toISOString() } } });

/** 404, the same for a thing and for what it should point to. */
export const resourceNotFound = (id: string) =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** A refusal that was thrown, as it is answered. */
export const refused = ({ status, code, message }: GraphError): HttpAnswer => refusal(status, code, message);

/** 403 for a token or a person that may not. */
export const denied = (): HttpAnswer => refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
