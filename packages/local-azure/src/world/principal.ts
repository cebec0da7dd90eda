/** Who calls: a user, guest or service principal of the directory, from a checked token. */
export interface Principal {
  objectId: string;
  tenantId: string;
  /** Client application the token was issued to. */
  appId: string;
}
