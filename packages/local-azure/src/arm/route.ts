import type { Principal } from '../world/directory/principal';
import type { World } from '../world/world';

export type { Principal };

export interface ArmCall {
  world: World;
  principal: Principal;
  method: string;
  /** Path as called, without query, doubled slashes collapsed and percent-encoding undone. */
  path: string;
  /** Values of the placeholders of the route, as the caller spelled them. */
  params: Record<string, string>;
  query: URLSearchParams;
  apiVersion: string;
  /** Parsed JSON, or undefined without a body. */
  body: unknown;
  /** `scheme://host` the caller reached us under; the base of every absolute URL in an answer. */
  origin: string;
  correlationId: string;
  clientRequestId: string | undefined;
  /** The conditions that the caller put in headers. */
  conditions: { ifMatch?: string | undefined; ifNoneMatch?: string | undefined };
}

export interface ArmAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON; absent means no body. */
  body?: unknown;
  /** The body where it is JSON already. */
  json?: string;
}

/** Calls an operation on somebody's behalf from inside, with his rights. @throws ArmError as the operation does */
export type Invoke = (world: World, principal: Principal, method: string, pathAndQuery: string, body?: unknown) => ArmAnswer;

export type ArmHandler = (call: ArmCall) => ArmAnswer;

/** Only reads, whatever its method, and takes its time: others are answered and the world may change meanwhile. */
export interface ArmQuery {
  query: (call: ArmCall) => Promise<ArmAnswer>;
}

/**
 * One line of a provider's contents page: method, path with {placeholders}, the action that the caller must hold at the path's
 * scope (null: any signed-in caller), and what answers. Paths match in any case.
 */
export type ArmRoute = readonly [method: string, path: string, action: string | null, handler: ArmHandler | ArmQuery];

/** What a refusal tells besides its code and words. */
interface RefusalDetails {
  /** What it is about. */
  target?: string;
  /** Again code and words, one for each reason. */
  details?: readonly ErrorContent[];
  /** What only machines read. */
  additionalInfo?: readonly { type: string; info: unknown }[];
}

/** A refusal as it is sent. */
export interface ErrorContent extends RefusalDetails {
  code: string;
  message: string;
}

/** An ARM refusal: thrown by handlers, sent as ARM's error envelope. */
export class ArmError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  readonly more: RefusalDetails;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}, more: RefusalDetails = {}) {
    super(message);
    this.name = 'ArmError';
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.more = more;
  }

  get content(): ErrorContent {
    const { target, ...others } = this.more;
    return { code: this.code, ...(target !== undefined && { target }), message: this.message, ...others };
  }
}

/** A refusal without `error` around it, as the activity log sends it. */
export class BareError extends ArmError {}
