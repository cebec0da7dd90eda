import type { PortalProblem } from '../../api/problem-error';
import { isSubscriptionId } from '../../api/known-ids';
import { subscriptionSentTo } from '../../words/where-to-look';
import RegisterProvider from './register-provider';

const NAMESPACE = /namespace '([\w.]+)'/;

/** Leads to the provider of which Azure says that it is not registered; nothing where it does not say which. */
export default function MissingProvider({ problem: { azureMessage = '', sentTo = '' } }: { problem: PortalProblem }) {
  const provider = NAMESPACE.exec(azureMessage)?.[1];
  const subscriptionId = subscriptionSentTo(sentTo);
  if (provider === undefined || !isSubscriptionId(subscriptionId)) return null;
  return <RegisterProvider subscriptionId={subscriptionId} provider={provider} />;
}
