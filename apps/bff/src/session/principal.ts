/** Who asks, from a checked token. Travels as a parameter; nothing in this process remembers a current user. */
export interface Principal {
  tid: string;
  oid: string;
  name: string;
  username: string;
  isGuest: boolean;
  /** Values of the roles of the API's registration that the person is assigned to in Entra. */
  roles: readonly string[];
  /** The token itself, exchanged on behalf of the user. Never logged, never stored. */
  assertion: string;
  /** Seconds since 1970. */
  issuedAt: number;
  /** Seconds since 1970. */
  expiresAt: number;
}

export const userKey = ({ tid, oid }: Principal) => `${tid}/${oid}`;
