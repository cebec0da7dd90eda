import { createHash, randomBytes } from 'node:crypto';
import type { World } from '../world/world';

/** What an authorization code stands for. */
interface Code {
  clientId: string;
  redirectUri: string;
  objectId: string;
  sessionId: string;
  scope: string;
  nonce?: string;
  /** Authentication context reached. */
  context?: string;
  /** S256 challenge of PKCE. */
  challenge: string;
  /** Milliseconds since 1970 of the real clock. */
  expiresAt: number;
}

const LIFETIME = 5 * 60_000;

function codes(world: World) {
  return world.documents<Code & { code: string }>('authorization-codes');
}

/** Makes a code that can be redeemed once within five minutes. */
export function issueCode(world: World, content: Omit<Code, 'expiresAt'>): string {
  const code = randomBytes(32).toString('base64url');
  world.write(() => {
    for (const old of codes(world).list()) {
      if (old.expiresAt <= Date.now()) codes(world).delete(old.code);
    }
    codes(world).put(code, { ...content, code, expiresAt: Date.now() + LIFETIME });
  });
  return code;
}

/** Takes a code back; undefined when it is unknown, used or too old. */
export function redeemCode(world: World, code: string): Code | undefined {
  return world.write(() => {
    const found = codes(world).get(code);
    codes(world).delete(code);
    return found && found.expiresAt > Date.now() ? found : undefined;
  });
}

/** Whether a verifier is the one behind the S256 challenge. */
export function provesChallenge(verifier: string, challenge: string): boolean {
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
