import { ps, sh } from '@tresor/scripts/writing';
import type { PortalProblem } from '../../api/problem-error';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';
import { CodeBox } from '../actions/code-box';

const messages = defineMessages({
  means: {
    de: 'Das tut jeder dieser Befehle. Es dauert einige Minuten und kostet nichts.',
    en: 'Either of these commands does that. It takes a few minutes and costs nothing.',
  },
  cli: { de: 'Azure CLI', en: 'Azure CLI' },
  powerShell: { de: 'Azure PowerShell', en: 'Azure PowerShell' },
});

const NAMESPACE = /namespace '([\w.]+)'/;
const SUBSCRIPTION = /^\/[a-z-]+\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\//i;

/** How the provider is registered of which Azure says that it is not; nothing where it does not say which. */
export default function ProviderCommands({ problem: { azureMessage = '', sentTo = '' } }: { problem: PortalProblem }) {
  const text = useText();
  const namespace = NAMESPACE.exec(azureMessage)?.[1];
  const subscriptionId = SUBSCRIPTION.exec(sentTo)?.[1];
  if (namespace === undefined || subscriptionId === undefined) return null;
  const cli = sh`az provider register --namespace ${namespace} --subscription ${subscriptionId} --wait`;
  const powerShell = ps`Set-AzContext -Subscription ${subscriptionId}; Register-AzResourceProvider -ProviderNamespace ${namespace}`;
  return (
    <div>
      <p>{text(messages.means)}</p>
      <CodeBox label={text(messages.cli)} code={cli.text} />
      <CodeBox label={text(messages.powerShell)} code={powerShell.text} />
    </div>
  );
}
