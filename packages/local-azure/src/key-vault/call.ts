import type { Principal } from '../world/directory/principal';
import type { ObjectKind } from '../world/key-vault/key-vault-objects';
import type { ArmResource, World } from '../world/world';

export interface VaultCall {
  world: World;
  principal: Principal;
  keyVault: ArmResource;
  /** Name of the vault, lower case. */
  vault: string;
  /** `https://<vault>.vault.azure.net`, as the caller reached it; the base of ids. */
  base: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

export interface VaultAnswer {
  status: number;
  body?: unknown;
}

/** One line of the vault's contents page: method, path, what the caller must be permitted, and what answers. */
export type VaultRoute = readonly [
  method: string,
  path: string,
  kind: ObjectKind,
  permission: string,
  handler: (call: VaultCall) => VaultAnswer,
];

/** A refusal of the key vault, sent as its error envelope. */
export class VaultError extends Error {
  readonly status: number;
  readonly code: string;
  readonly inner: string | undefined;

  constructor(status: number, code: string, message: string, inner?: string) {
    super(message);
    this.name = 'VaultError';
    this.status = status;
    this.code = code;
    this.inner = inner;
  }
}

/** 200. */
export function ok(body: unknown): VaultAnswer {
  return { status: 200, body };
}
