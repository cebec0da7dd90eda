/** Who asks, from a checked token. Travels as a parameter; nothing in this process remembers a current user. */
export interface Principal {
  tid: string;
  oid: string;
  name: string;
  username: string;
  isGuest: boolean;
  /** The token itself, exchanged on behalf of the user. Never logged, never stored. */
  assertion: string;
  /** Seconds since 1970. */
  expiresAt: number;
}

export const userKey = ({ tid, oid }: Principal) => `${tid}/${oid}`;
