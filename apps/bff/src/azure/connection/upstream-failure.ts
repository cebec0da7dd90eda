import { codeWord } from '../../azure-words';

/** What went wrong between us and Azure, before it has a code of ours. `held-back`: we did not even ask, for it does not answer now. */
export type FailureKind = 'refused' | 'held-back' | 'unreachable' | 'timeout' | 'unreadable';

export interface FailureDetails {
  status?: number;
  azureCode?: string | undefined;
  azureMessage?: string | undefined;
  /** The finer code beside it, where there is one: Key Vault's `ForbiddenByFirewall` … */
  innerCode?: string | undefined;
  /** Seconds Azure asks us to wait. */
  retryAfter?: number | undefined;
  claims?: string | undefined;
  /** The tenant whose tokens are taken there, as a 401 names it. */
  tenant?: string | undefined;
  /** Tokens of another tenant than the user's alone are taken there: like a right that is missing, and no new sign-in helps. */
  ofOtherTenant?: boolean;
  /** An earlier attempt at the same write may have been carried out: the refusal says nothing of that one, and may be about it. */
  afterDoubt?: boolean;
  cause?: unknown;
}

/** Azure refused, or did not answer. `refused` carries Azure's status, code and words. */
export class UpstreamFailure extends Error {
  readonly kind: FailureKind;
  readonly details: FailureDetails;

  constructor(kind: FailureKind, raw: FailureDetails = {}) {
    const details = { ...raw, azureCode: codeWord(raw.azureCode), innerCode: codeWord(raw.innerCode) };
    super(`${kind} ${details.status ?? ''} ${details.azureCode ?? ''}`.trim(), { cause: details.cause });
    this.name = 'UpstreamFailure';
    this.kind = kind;
    this.details = details;
  }

  /** Whether the same request may succeed when sent again. TLS failures and refusals are final. */
  get mayPass(): boolean {
    const { status } = this.details;
    if (this.kind === 'unreachable') return !isTlsFailure(this.details.cause);
    return this.kind === 'refused' && status !== undefined && (status === 408 || status === 429 || (status >= 500 && status !== 501));
  }

  /** Whether somebody was there who could not prove to be Azure. */
  get isUntrusted(): boolean {
    return this.kind === 'unreachable' && isTlsFailure(this.details.cause);
  }

  /** The same, of a write whose earlier attempt was in doubt. */
  afterDoubt(): UpstreamFailure {
    return new UpstreamFailure(this.kind, { ...this.details, afterDoubt: true });
  }

  /** The same to a user of this tenant: where another one's tokens are asked for, the sign-in is not what is wrong. */
  asSeenFrom(tenant: string): UpstreamFailure {
    const { status, claims, tenant: asked } = this.details;
    const isOther = status === 401 && claims === undefined && asked !== undefined && asked.toLowerCase() !== tenant.toLowerCase();
    return isOther ? new UpstreamFailure(this.kind, { ...this.details, ofOtherTenant: true }) : this;
  }

  /** Whether it is uncertain what Azure did with the request. */
  get inDoubt(): boolean {
    if (this.details.afterDoubt) return true;
    if (this.kind === 'held-back' || neverLeft(this)) return false;
    return this.kind !== 'refused' || (this.details.status ?? 0) >= 500 || this.details.status === 408;
  }
}

/** Nobody was there to send it to, or nobody who could prove to be Azure, or the proxy lets nobody through. */
const NOBODY_THERE = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_PROXY_TUNNEL)$/;

const neverLeft = ({ kind, details: { cause } }: UpstreamFailure) =>
  kind === 'unreachable' && (NOBODY_THERE.test(codeOf(cause)) || isTlsFailure(cause));

/** Whether Azure refused with this HTTP status. What takes tokens of another tenant alone is closed to the user, as by 403. */
export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof UpstreamFailure && (error.details.ofOtherTenant ? 403 : error.details.status) === status;

/** What of a list the user may see; each use says itself what follows from nothing. */
export const inSight = <One>(list: Promise<One[]>): Promise<One[]> =>
  list.catch((error: unknown) => {
    if (isStatus(error, 403)) return [];
    throw error;
  });

/** What is read; `otherwise` where the user may not see it, or it is not there. */
export async function unlessHidden<Read, Otherwise>(read: Promise<Read>, otherwise: Otherwise): Promise<Read | Otherwise> {
  try {
    return await read;
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) return otherwise;
    throw error;
  }
}

/** Whether Azure refused with this code, or this finer one beside it. */
export const isRefused = (error: unknown, code: string): boolean =>
  error instanceof UpstreamFailure && (error.details.innerCode === code || error.details.azureCode === code);

/** What refuses with the status of a missing right, and nobody's role helps against: Azure Policy of the organization, and what Azure itself does not let this subscription or sign-in do. */
const DISALLOWED = ['RequestDisallowedByPolicy', 'RequestDisallowedByAzure'] as const;

/** Whether the user lacks a right. */
export const isLackOfRight = (error: unknown): boolean =>
  isStatus(error, 403) && !isOfOtherTenant(error) && !DISALLOWED.some((code) => isRefused(error, code));

const isOfOtherTenant = (error: unknown) => error instanceof UpstreamFailure && error.details.ofOtherTenant === true;

const FIREWALL = new Set(['ForbiddenByFirewall', 'ForbiddenByConnection']);

/** Whether a key vault does not let our server through, no matter who the user is. */
export const isFirewall = (error: unknown): boolean => error instanceof UpstreamFailure && FIREWALL.has(error.details.innerCode ?? '');

/** Whether a storage account does not let our server through, no matter who the user is. */
export const isStorageFirewall = (error: unknown): boolean => isRefused(error, 'AuthorizationFailure');

function isTlsFailure(cause: unknown): boolean {
  return /CERT|TLS|SSL|SELF_SIGNED|VERIFY|EPROTO/.test(codeOf(cause));
}

const codeOf = (cause: unknown) => (cause instanceof Error && 'code' in cause ? String(cause.code) : '');
