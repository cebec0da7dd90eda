import type { PortalProblem } from '../../api/problem-error';
import { isSubscriptionId } from '../../api/known-ids';
import RegisterProvider from './register-provider';

const NAMESPACE = /namespace '([\w.]+)'/;
const SUBSCRIPTION = /^\/[a-z-]+\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\//i;

/** Leads to the provider of which Azure says that it is not registered; nothing where it does not say which. */
export default function MissingProvider({ problem: { azureMessage = '', sentTo = '' } }: { problem: PortalProblem }) {
  const provider = NAMESPACE.exec(azureMessage)?.[1];
  const subscriptionId = SUBSCRIPTION.exec(sentTo)?.[1] ?? '';
  if (provider === undefined || !isSubscriptionId(subscriptionId)) return null;
  return <RegisterProvider subscriptionId={subscriptionId} provider={provider} />;
}
