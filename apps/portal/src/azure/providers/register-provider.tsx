import { makeStyles } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SubscriptionId } from '@tresor/contracts';
import { ps, sh } from '@tresor/scripts/writing';
import { api } from '../../api/api';
import { translated } from '../../api/problem-error';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';
import { CodeBox } from '../../ui/actions/code-box';
import { ProblemBar } from '../../ui/feedback/problem-bar';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { Disclosure } from '../../ui/layout/disclosure';
import { CommandButton } from '../commands/command-button';
import { providerQuery } from './provider-query';

const useStyles = makeStyles({
  notice: { margin: '6px 0 10px' },
  command: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', margin: '8px 0' },
});

const messages = defineMessages({
  missing: {
    de: 'Im Abonnement ist der Ressourcenanbieter {provider} nicht registriert. Ihn zu registrieren dauert einige Minuten und kostet nichts.',
    en: 'The resource provider {provider} isn’t registered in the subscription. Registering it takes a few minutes and costs nothing.',
  },
  registering: {
    de: 'Azure registriert {provider} für das Abonnement. Das dauert einige Minuten.',
    en: 'Azure is registering {provider} for the subscription. This takes a few minutes.',
  },
  registered: {
    de: '{provider} ist im Abonnement registriert. Jetzt kann es noch einmal versucht werden.',
    en: '{provider} is registered in the subscription. You can try again now.',
  },
  register: { de: 'Registrieren', en: 'Register' },
  sending: { de: 'Wird an Azure gesendet.', en: 'Being sent to Azure.' },
  lacking: {
    de: 'Dazu fehlt Ihnen im Abonnement das Recht {action}. „Mitwirkender“ und „Besitzer“ haben es.',
    en: 'You’re missing the right {action} in the subscription for this. “Contributor” and “Owner” have it.',
  },
  commands: { de: 'Als Befehl', en: 'As a command' },
  cli: { de: 'Azure CLI', en: 'Azure CLI' },
  powerShell: { de: 'Azure PowerShell', en: 'Azure PowerShell' },
});

interface RegisterProviderProps {
  subscriptionId: SubscriptionId;
  provider: string;
}

function Commands({ subscriptionId, provider }: RegisterProviderProps) {
  const text = useText();
  const cli = sh`az provider register --namespace ${provider} --subscription ${subscriptionId} --wait`;
  const powerShell = ps`Set-AzContext -Subscription ${subscriptionId}; Register-AzResourceProvider -ProviderNamespace ${provider}`;
  return (
    <Disclosure label={text(messages.commands)} name={text(messages.commands)}>
      <CodeBox label={text(messages.cli)} code={cli.text} />
      <CodeBox label={text(messages.powerShell)} code={powerShell.text} />
    </Disclosure>
  );
}

const STATES = {
  registered: { status: 'success', message: messages.registered },
  registering: { status: 'in-progress', message: messages.registering },
  'not-registered': { status: 'warning', message: messages.missing },
} as const;

/** Says of a resource provider how far it is in a subscription, and has it registered. */
export default function RegisterProvider({ subscriptionId, provider }: RegisterProviderProps) {
  const styles = useStyles();
  const text = useText();
  const client = useQueryClient();
  const query = providerQuery(subscriptionId, provider);
  const { data: read, isFetchedAfterMount } = useQuery(query);
  const data = read?.state === 'registered' && !isFetchedAfterMount ? undefined : read;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => translated(api.resourceProviders.register({ subscriptionId, provider })),
    onSuccess: (now) => client.setQueryData(query.queryKey, now),
  });
  const shown = data && STATES[data.state];
  const lacking = data?.mayRegister === false ? text(messages.lacking, { action: `${provider}/register/action` }) : undefined;
  return (
    <div className={styles.notice}>
      <div aria-live="polite">{shown && <StatusBadge status={shown.status}>{text(shown.message, { provider })}</StatusBadge>}</div>
      {error !== null && <ProblemBar problem={error} />}
      {data?.state === 'not-registered' && (
        <div className={styles.command}>
          <CommandButton
            reason={isPending ? text(messages.sending) : lacking}
            isBarred={lacking !== undefined}
            failed={error}
            onClick={() => mutate()}
          >
            {text(messages.register)}
          </CommandButton>
        </div>
      )}
      {(data === undefined || data.state === 'not-registered') && <Commands subscriptionId={subscriptionId} provider={provider} />}
    </div>
  );
}
