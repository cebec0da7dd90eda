import type { Principal } from './principal';

/** Who asks, also as `tid/oid`. */
interface Asking {
  principal: Principal;
  user: string;
}

interface Person {
  name: string;
  username: string;
}

/** Who does something now: as everybody reads it, and as `tid/oid`. */
export const doneBy = ({ principal: { name, username }, user }: Asking): { by: Person; user: string } => ({
  by: { name, username },
  user,
});

/** Whether two ways to Azure are by one token: a page that is open comes with it again and again. */
export const bySameToken = (one: Pick<Asking, 'principal'>, other: Pick<Asking, 'principal'>): boolean =>
  one.principal.assertion === other.principal.assertion;

/**
 * Whether what was kept is the doing of who asks now. By the object id: the name of a sign-in changes, and may become somebody else's.
 * `user`: `tid/oid`; older servers kept the name alone.
 */
export const isDoneBy = ({ principal, user }: Asking, kept: { by: Person; user?: string | undefined }): boolean =>
  kept.user === undefined ? kept.by.username === principal.username : kept.user === user;
