import { timingSafeEqual } from 'node:crypto';
import type { Application } from './directory';

/** Whether two secrets are the same, told in a time that does not depend on where they differ. */
export function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Why an application may not sign in: Entra's number and words. */
interface ClientTrouble {
  number: number;
  message: string;
}

/** That nobody may sign in to the application; undefined where one may. */
export const disabledTrouble = ({ appId, displayName, disabled }: Application): ClientTrouble | undefined =>
  disabled === true ? { number: 7000112, message: `Application '${appId}'(${displayName}) is disabled.` } : undefined;

/** Why an application may not sign in with a client secret; undefined where it may. */
export function secretTrouble(client: Application, secret: string): ClientTrouble | undefined {
  const trouble = disabledTrouble(client);
  if (trouble) return trouble;
  if (client.secret !== undefined && same(client.secret, secret)) return undefined;
  const password = client.passwords?.find(({ secretText }) => same(secretText, secret));
  if (!password) return { number: 7000215, message: `Invalid client secret provided for app '${client.appId}'.` };
  if (Date.parse(password.endDateTime) > Date.now()) return undefined;
  const renew =
    'Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.';
  return { number: 7000222, message: `The provided client secret keys for app '${client.appId}' are expired. ${renew}` };
}
