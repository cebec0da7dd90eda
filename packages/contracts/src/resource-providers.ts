import { oc } from '@orpc/contract';
import * as z from 'zod';
import { subscriptionId } from './ids';

/** Namespace of a resource provider of Microsoft's, as Azure names it. */
const provider = z.string().regex(/^Microsoft\.[A-Za-z]{2,60}$/);

/** Whether a resource provider serves a subscription; while it registers Azure takes minutes. */
export const providerRegistration = z.strictObject({
  state: z.enum(['registered', 'registering', 'not-registered']),
  /** Whether the user may have it registered; it is asked only where that is left to do. */
  mayRegister: z.boolean(),
});

const path = z.strictObject({ subscriptionId, provider });
const ofProvider = '/subscriptions/{subscriptionId}/providers/{provider}';

/** GET …: fails with `subscription-not-found` where the user does not see the subscription. */
export const getProvider = oc.route({ method: 'GET', path: ofProvider }).input(path).output(providerRegistration);

/** POST …/registration: what is registered already stays so. */
export const registerProvider = oc
  .route({ method: 'POST', path: `${ofProvider}/registration`, successStatus: 202 })
  .input(path)
  .output(providerRegistration);

export type ProviderRegistration = z.infer<typeof providerRegistration>;
