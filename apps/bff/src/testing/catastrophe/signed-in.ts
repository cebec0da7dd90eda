import { signInAs, type HttpAnswer, type LocalAzure } from '@tresor/local-azure';
import { decodeJwt } from 'jose';
import * as z from 'zod';
import type { Principal } from '../../session/principal';
import type { SimulatedPerson } from '../simulation/server';
import type { VirtualTime } from '../simulation/virtual-time';

const tokens = z.object({ access_token: z.string(), refresh_token: z.string().optional(), expires_in: z.number() });
const claims = z.object({
  oid: z.string(),
  tid: z.string(),
  name: z.string(),
  preferred_username: z.string(),
  iat: z.number(),
  exp: z.number(),
});

/** As a page does: it brings a new token before the old one is over. */
const RENEWED_BEFORE_MS = 5 * 60_000;

/** Somebody of the company at a page that stays open: each request bears a token that is good, as long as the sign-in lasts. */
export class SignedIn implements SimulatedPerson {
  readonly #azure: LocalAzure;
  readonly #time: VirtualTime;
  readonly #exchanged = new Map<string, { token: string; expiresAt: number }>();
  #access: string;
  #refresh: string;

  private constructor(azure: LocalAzure, time: VirtualTime, { access_token: access, refresh_token: refresh = '' }: z.infer<typeof tokens>) {
    [this.#azure, this.#time, this.#access, this.#refresh] = [azure, time, access, refresh];
  }

  /** Before time is turned: the pages on which people sign in are reached over the network. */
  static async open(azure: LocalAzure, time: VirtualTime, username: string): Promise<SignedIn> {
    return new SignedIn(azure, time, tokens.parse(await signInAs(azure, username)));
  }

  readonly principal = async (): Promise<Principal> => {
    if (this.#expiresAt(this.#access) - Date.now() < RENEWED_BEFORE_MS) await this.#renew();
    const { oid, tid, name, preferred_username: username, iat, exp } = claims.parse(decodeJwt(this.#access));
    return { oid, tid, name, username, isGuest: false, roles: [], assertion: this.#access, issuedAt: iat, expiresAt: exp };
  };

  readonly onBehalfOf: SimulatedPerson['onBehalfOf'] = async ({ assertion }, scope) => {
    const key = `${assertion} ${scope}`;
    const known = this.#exchanged.get(key);
    if (known && known.expiresAt > Date.now()) return known;
    const { access_token: token, expires_in: seconds } = await this.#ask({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: this.#azure.apiAppId,
      client_secret: this.#azure.apiAppSecret,
      assertion,
      scope,
    });
    const exchanged = { token, expiresAt: Date.now() + seconds * 1_000 };
    this.#exchanged.set(key, exchanged);
    return exchanged;
  };

  #expiresAt(token: string): number {
    return (decodeJwt(token).exp ?? 0) * 1_000;
  }

  async #renew(): Promise<void> {
    const form = { grant_type: 'refresh_token', client_id: this.#azure.portalAppId, refresh_token: this.#refresh };
    const renewed = await this.#ask({ ...form, scope: `api://${this.#azure.apiAppId}/access_as_user openid profile offline_access` });
    [this.#access, this.#refresh] = [renewed.access_token, renewed.refresh_token ?? this.#refresh];
  }

  async #ask(form: Record<string, string>): Promise<z.infer<typeof tokens>> {
    const body = new URLSearchParams(form).toString();
    const { hostname, origin } = new URL(this.#azure.url);
    this.#time.busy += 1;
    try {
      const answer: HttpAnswer = await this.#azure.answer({
        method: 'POST',
        path: `/${this.#azure.tenantId}/oauth2/v2.0/token`,
        query: new URLSearchParams(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
        bytes: Buffer.from(body),
        hostname,
        origin,
      });
      if (answer.status !== 200) throw new Error(`The token endpoint answered ${answer.status}: ${answer.body ?? ''}`);
      return tokens.parse(JSON.parse(answer.body ?? ''));
    } finally {
      this.#time.busy -= 1;
    }
  }
}
