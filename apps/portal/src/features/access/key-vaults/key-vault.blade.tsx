import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import { useQuery, queryOptions } from '@tanstack/react-query';
import type { KeyVaultView, KeyVaultPath, KeyVaultDetails, VirtualMachine, SubscriptionId } from '@tresor/contracts';
import { neededKeyVaultPermissions, sameName } from '@tresor/support-matrix';
import { forgetRights } from '../../../api/query-client';
import { Blade } from '../../../blades/blade';
import { namedFew } from '../../../language/named-few';
import { AllNames } from '../../../ui/layout/all-names';
import { useText } from '../../../language/use-text';
import { useKeyVaultPath, useOptionalVaultPath } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { InfoBox } from '../../../ui/feedback/info-box';
import { TakesEffect } from '../../../azure/key-vault-access/takes-effect';
import { Ask } from './ask';
import { GrantForm } from './grant-form';
import { History } from './history';
import { grantMessages, historyMessages, messages } from './messages';
import { PermissionTable } from './permission-table';
import { api } from '../../../api/api';
import { effectGap } from '../../../api/poll-gap';
import { translated } from '../../../api/problem-error';
import { regionName } from '../../../words/regions';
import { useFormat } from '../../../language/use-format';
import { Essentials } from '../../../ui/layout/essentials';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';

const useStyles = makeStyles({
  heading: { margin: '18px 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

const keyVaultQuery = (path: KeyVaultPath) =>
  queryOptions({
    queryKey: ['key-vaults', path],
    queryFn: ({ signal }) => translated(api.keyVaults.get(path, { signal })),
    refetchInterval: ({ state }) => effectGap([state.data?.details?.takesEffectBy ?? null]),
  });

/** What Azure Backup may do in a key vault, how it gets what it lacks, and how that is taken back. */
export default function KeyVaultBlade() {
  const text = useText();
  const path = useKeyVaultPath();
  const { data: view, error, isFetching, refetch } = useQuery(keyVaultQuery(path));
  const again = () => {
    forgetRights();
    void refetch();
  };
  return (
    <Blade
      title={path.keyVaultName}
      subtitle={text(messages.title)}
      busy={isFetching}
      problem={error}
      commands={[{ id: 'check', label: text(messages.checkAgain), icon: <ArrowClockwise20Regular />, onClick: again }]}
    >
      {view !== undefined && <Content view={view} />}
    </Blade>
  );
}

function KeyVaultFacts({ details, users: { machines, complete, error } }: { details: KeyVaultDetails; users: Users }) {
  const text = useText();
  const format = useFormat();
  const { model, location, network, enabledForDiskEncryption } = details;
  const unread = text(error === null ? messages.stillReading : messages.notSeen);
  const names = machines.map(({ name }) => name);
  const read = names.length === 0 ? text(messages.noMachine) : namedFew(names, format, text);
  return (
    <Essentials
      entries={[
        { name: text(messages.model), value: text(messages[model]) },
        { name: text(messages.location), value: text(regionName(location)) },
        { name: text(messages.firewall), value: text(messages[network]) },
        { name: text(messages.diskEncryption), value: text(enabledForDiskEncryption ? messages.yes : messages.no) },
        {
          name: text(messages.usedBy),
          value: complete ? (
            <>
              {read} <AllNames names={names} />
            </>
          ) : (
            unread
          ),
        },
      ]}
    />
  );
}

const NONE: readonly VirtualMachine[] = [];

const isIn = (id: string) => (machine: VirtualMachine) => machine.encryption.keyVaultIds.some((keyVaultId) => sameName(keyVaultId, id));

interface Users {
  machines: readonly VirtualMachine[];
  /** Those of them that have a KEK. */
  withKek: readonly VirtualMachine[];
  /** Whether every machine was looked at. */
  complete: boolean;
  error: unknown;
}

/** The machines of a subscription, or of all, that have keys or secrets in a key vault. */
function useUsers(subscriptionId: SubscriptionId | undefined, keyVaultId: string): Users {
  const { data, error } = useQuery(virtualMachinesQuery(subscriptionId));
  const machines = (data?.rows ?? NONE).filter(isIn(keyVaultId));
  const withKek = machines.filter(({ encryption }) => encryption.kind === 'bek-kek');
  return { machines, withKek, complete: data?.complete === true, error };
}

function Content({ view }: { view: KeyVaultView }) {
  const styles = useStyles();
  const text = useText();
  const edition = useEdition();
  const path = useKeyVaultPath();
  const users = useUsers(useOptionalVaultPath()?.subscriptionId, view.id);
  const { details, state } = view;
  const { machines, withKek, complete } = users;
  const needsKeys = !complete || machines.length === 0 || withKek.length > 0;
  const today = neededKeyVaultPermissions('current', needsKeys);
  if (state === 'missing') return <p>{text(messages.gone)}</p>;
  if (details === null) {
    return (
      <>
        <p>{text(messages.unreadable)}</p>
        <Ask view={view} permissions={today} missing={[]} />
      </>
    );
  }
  const needed = details.model === 'rbac' ? today : neededKeyVaultPermissions(edition, needsKeys);
  const mayGrant = details.missingToGrant.length === 0;
  const isComplete = today.every((permission) => details.held.includes(permission));
  return (
    <>
      <KeyVaultFacts details={details} users={users} />
      {details.network === 'closed' && <InfoBox>{text(messages.closedText)}</InfoBox>}
      <h3 className={styles.heading}>{text(messages.permissions)}</h3>
      {details.access === null ? (
        <p>{text(messages.unknown)}</p>
      ) : (
        <PermissionTable details={details} needed={needed} neededToday={today} />
      )}
      <output>
        {isComplete && details.takesEffectBy === null && <p>{text(messages.complete)}</p>}
        {isComplete && <TakesEffect by={details.takesEffectBy} />}
      </output>
      {!isComplete && details.access !== null && mayGrant && (
        <section aria-labelledby="grant">
          <h3 id="grant" className={styles.heading}>
            {text(grantMessages.heading)}
          </h3>
          <GrantForm path={path} details={details} access={details.access} withKek={withKek} />
        </section>
      )}
      {!isComplete && !(mayGrant && details.access !== null) && <Ask view={view} permissions={today} missing={details.missingToGrant} />}
      <section aria-labelledby="history">
        <h3 id="history" className={styles.heading}>
          {text(historyMessages.heading)}
        </h3>
        <History path={path} details={details} />
      </section>
    </>
  );
}
