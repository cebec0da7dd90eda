/** Who calls: a user, guest or service principal of the directory, from a checked token. */
export interface Principal {
  objectId: string;
  tenantId: string;
  /** Client application the token was issued to. */
  appId: string;
  /** When the token was issued, in seconds since 1970; absent where somebody is acted for who shows none. */
  issuedAt?: number;
  /** Signed in with a password alone; absent where there was more, and for programs. */
  singleFactor?: true;
}
