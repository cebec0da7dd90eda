import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import type { StepNeed, StepRights, VaultPath, VirtualMachine } from '@tresor/contracts';
import { STEPS } from '@tresor/support-matrix';
import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Blade } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { useVaultPath } from '../../../map/paths';
import { DelegatedNote } from '../../../azure/estate/delegated-note';
import { RequestText } from '../../../azure/rights/request-text';
import { useReach } from '../../../azure/rights/use-reach';
import { useAccount } from '../../../session/use-account';
import { titles } from '../../../map/map';
import { Disclosure } from '../../../ui/layout/disclosure';
import { SelectField } from '../../../ui/fields/fields';
import { ResourceTable } from '../../../ui/table/resource-table';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { TableColumn } from '../../../ui/table/table-types';
import { messages, stepNames } from './messages';
import { requestFor } from './request';
import { StepDetails } from './step-details';
import { useVaultGone } from '../../../azure/vaults/use-vault-gone';
import { isKeyVaultId } from '../../../api/known-ids';
import { rightsQuery } from '../../../api/rights-query';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';
import { keyVaultIdsOf } from '../../../kept/backup-draft';

const useStyles = makeStyles({
  answer: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', '& > div': { flexBasis: '100%' } },
  heading: { margin: '18px 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

const JOURNEYS = new Map(STEPS.map(({ id, journey }) => [id, journey]));
const isBarred = ({ missing }: StepRights) => missing.length > 0;
/** Whether something is missing that nobody has given yet. */
const isWanting = ({ missing }: StepRights) => missing.some(({ takesEffectBy }) => takesEffectBy === null);
const hiddenOf = ({ needs }: StepRights) => needs.filter(({ hiddenAt }) => hiddenAt.length > 0);
const isHidden = (row: StepRights) => hiddenOf(row).length > 0;
const isAsked = ({ needs }: StepRights) => needs.some(({ asked }) => asked > 0);

const NO_MACHINES: readonly VirtualMachine[] = [];
const NO_RIGHTS: readonly StepRights[] = [];

/** What the signed-in person may do in the vault, its subscription and the key vaults of the subscription's machines. */
function useLens({ subscriptionId, resourceGroup, vaultName }: VaultPath) {
  const list = useQuery(virtualMachinesQuery(subscriptionId));
  const machines = list.data?.rows ?? NO_MACHINES;
  // Who may not see machines is told what that takes; nobody waits for them.
  const known = list.data?.complete === true || list.error !== null;
  const keyVaultIds = useMemo(() => keyVaultIdsOf(machines).filter(isKeyVaultId), [machines]);
  const rights = useQuery({
    ...rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName }, keyVaultIds, wholeSubscription: true }),
    enabled: known,
  });
  return { steps: rights.data ?? NO_RIGHTS, busy: !known || rights.isFetching, error: rights.error, refresh: () => void rights.refetch() };
}

/** What the signed-in person may do, per step of both journeys, and the letter that asks for the rest. */
export default function Permissions() {
  const styles = useStyles();
  const text = useText();
  const path = useVaultPath();
  const { name } = useAccount();
  const gone = useVaultGone(path);
  const { steps, busy, error, refresh } = useLens(path);
  const columns = useMemo<TableColumn<StepRights>[]>(() => {
    const title = ({ step }: StepRights) => text(stepNames[step]);
    const journey = ({ step }: StepRights) => text(messages[JOURNEYS.get(step) ?? 'backup']);
    const word = (row: StepRights) => {
      if (isBarred(row)) return text(isWanting(row) ? messages.no : messages.notYet);
      if (isHidden(row)) return text(messages.unseen);
      return text(isAsked(row) ? messages.yes : messages.notAsked);
    };
    const status = (row: StepRights) => {
      if (isBarred(row)) return 'warning';
      return isAsked(row) && !isHidden(row) ? 'success' : 'unknown';
    };
    const answer = (row: StepRights) => (
      <div>
        <div className={styles.answer}>
          <StatusBadge status={status(row)}>{word(row)}</StatusBadge>
          <Disclosure label={text(messages.needed)} name={text(messages.neededFor, { step: title(row) })}>
            <StepDetails rights={row} />
          </Disclosure>
        </div>
      </div>
    );
    return [
      { id: 'step', header: text(messages.step), cell: title, text: title, width: 1.4 },
      { id: 'journey', header: text(messages.journey), cell: journey, text: journey, width: 0.7 },
      { id: 'answer', header: text(messages.answer), cell: answer, text: word, width: 2 },
    ];
  }, [text, styles]);
  return (
    <Blade
      title={text(titles.permissions)}
      subtitle={path.vaultName}
      busy={busy && error === null}
      problem={gone ?? error}
      commands={[{ id: 'check', label: text(messages.refresh), icon: <ArrowClockwise20Regular />, onClick: refresh }]}
    >
      {gone === null && (
        <>
          <p>{text(messages.intro, { name })}</p>
          <DelegatedNote vault={path} />
          <ResourceTable
            short
            label={text(titles.permissions)}
            filterLabel={text(messages.filter)}
            rows={steps}
            columns={columns}
            rowKey={({ step }) => step}
            rowName={({ step }) => text(stepNames[step])}
            empty={error === null && text(messages.empty)}
            loading={busy && steps.length === 0}
          />
          {steps.length > 0 && (
            <RequestForStep path={path} steps={steps.filter(isWanting)} hidden={steps.flatMap(hiddenOf)} allCount={!steps.some(isBarred)} />
          )}
        </>
      )}
    </Blade>
  );
}

interface RequestProps {
  path: VaultPath;
  steps: readonly StepRights[];
  /** What was not to be seen of the rights for any of them. */
  hidden: readonly StepNeed[];
  /** Whether everything that was given counts already. */
  allCount: boolean;
}

function RequestForStep({ path, steps, hidden, allCount }: RequestProps) {
  const styles = useStyles();
  const text = useText();
  const person = useAccount();
  const [wanted, setWanted] = useState('');
  const reachOf = useReach();
  const inReach = steps.filter(({ missing }) => missing.every((one) => reachOf(one).never.length === 0));
  const chosen = inReach.find(({ step }) => step === wanted) ?? inReach[0];
  if (chosen === undefined && steps.length > 0) return <p>{text(messages.ofCustomer)}</p>;
  if (chosen === undefined && !allCount) return <p>{text(messages.allGiven)}</p>;
  if (chosen === undefined) {
    const unseen = hidden.every(({ place }) => place === 'guard') ? messages.guardsUnseen : messages.nothingMissing;
    return <p>{text(hidden.length === 0 ? messages.allThere : unseen)}</p>;
  }
  return (
    <section aria-labelledby="request">
      <h3 id="request" className={styles.heading}>
        {text(messages.request)}
      </h3>
      <SelectField
        label={text(messages.requestFor)}
        value={chosen.step}
        onChange={(_, { value }) => setWanted(value)}
        options={inReach.map(({ step }) => ({ value: step, label: text(stepNames[step]) }))}
      />
      <RequestText request={requestFor(path, chosen, person, reachOf)} />
    </section>
  );
}
