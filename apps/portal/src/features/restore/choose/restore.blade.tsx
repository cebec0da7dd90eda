import { useLocation, useNavigate } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { itemQuery, vaultOf } from '../../../api/queries';
import { ELSEWHERE, isElsewhere } from '../../../azure/items/machine-of-item';
import { Blade } from '../../../blades/blade';
import { whyNotRead } from '../../../blades/why-not-read';
import { isStarted } from '../../../kept/item-drafts';
import { isResourceGroupName, isStorageAccountId } from '../../../api/known-ids';
import { toProblemError } from '../../../api/problem-error';
import { useEdition } from '../../../kept/edition';
import { useRestoreDraft } from '../../../kept/use-item-drafts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { map } from '../../../map/map';
import { paths, useItemPath } from '../../../map/paths';
import { DelegatedNote } from '../../../azure/estate/delegated-note';
import { useBarred } from '../../../azure/rights/use-barred';
import { titles } from '../../../map/map';
import { FooterButton } from '../../../ui/actions/buttons';
import { RestoreUnderWay } from '../../../azure/restores/restore-under-way';
import { InfoBox } from '../../../ui/feedback/info-box';
import { StepCard } from '../../../ui/layout/step-card';
import { TextLink } from '../../../ui/actions/text-link';
import { CommandOutcomeNotice } from '../../../azure/commands/command-outcome';
import { RunningJob } from '../../../azure/jobs/running-job';
import { useScriptCommand } from '../../../azure/commands/use-script-command';
import { CommandButton } from '../../../azure/commands/command-button';
import { messages } from '../messages';
import { configurationMessages } from './configuration-messages';
import { pairedMessages } from './paired-messages';
import { Outlook, useOutlook } from './outlook';
import { useStartRestore } from './use-start-restore';
import { reasonWords } from '../../../words/verdict-words';

const deleted = reasonWords('item-deleted');

/** That the item is gone is told here: where the blade of the item is not in sight, nothing else would say so. */
const goneIn = (error: unknown) => (error !== null && toProblemError(error).problem.code === 'item-not-found' ? error : null);

export default function Restore() {
  const text = useText();
  const format = useFormat();
  const path = useItemPath();
  const edition = useEdition();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { draft, begunElsewhere: begun, discard } = useRestoreDraft(path);
  const start = useStartRestore(path);
  const begunElsewhere = start.isPending || start.outcome?.state === 'started' ? null : begun;
  const { point, configuration } = draft;
  const barred = useBarred(vaultOf(path), {
    groups: [configuration?.targetGroup ?? null].filter(isResourceGroupName),
    storageAccountIds: [configuration?.storageAccountId ?? ''].filter(isStorageAccountId),
  });
  const isChosen = point !== null && configuration !== null;
  const { data: item, error } = useQuery(itemQuery(path));
  const elsewhere = item !== undefined && isElsewhere(item) ? text(ELSEWHERE) : undefined;
  const { data: outlook } = useOutlook(path, draft);
  const hasNone = point === null && outlook?.recoveryPointId === null;
  const unchosen = isChosen ? undefined : text(hasNone ? messages.noUsablePoint : messages.bothFirst);
  const script = useScriptCommand(paths.disksScript(path), elsewhere ?? unchosen);

  // What is still being read does not hold up choosing.
  const gone = whyNotRead({ data: null, error });
  const never =
    (gone && text(gone)) ??
    elsewhere ??
    (item?.deletedAt == null ? undefined : `${text(deleted.reason)} ${text(deleted.todo)}`) ??
    barred(configuration?.region === 'paired' ? 'restore-in-pair' : map.restoreItem.step);
  const whyNotRestore = () => {
    if (never !== undefined) return never;
    return unchosen ?? (start.isPending ? text(messages.triggering) : undefined);
  };

  return (
    <Blade
      title={text(titles.restoreItem)}
      subtitle={path.vmName}
      busy={start.isPending}
      problem={start.error ?? goneIn(error)}
      dirty={isStarted(draft)}
      onDiscard={discard}
      commands={[script]}
      footer={
        begunElsewhere === null ? (
          <CommandButton
            isBarred={never !== undefined}
            onClick={start.run}
            reason={whyNotRestore()}
            failed={start.error}
            entries={[point?.id, configuration]}
          >
            {text(titles.restoreItem)}
          </CommandButton>
        ) : (
          <FooterButton onClick={() => void navigate(paths.begunRestore(path, begunElsewhere.jobId))}>
            {text(messages.toBegun)}
          </FooterButton>
        )
      }
    >
      <output>{begunElsewhere !== null && <InfoBox>{text(messages.begunElsewhere, { name: path.vmName })}</InfoBox>}</output>
      <DelegatedNote vault={vaultOf(path)} machine={path.vmName} />
      <RunningJob path={path} error={start.error} />
      <CommandOutcomeNotice outcome={start.outcome} ask={start.ask}>
        <TextLink to={paths.restores(path)}>{text(messages.toRestores)}</TextLink>
      </CommandOutcomeNotice>
      <StepCard
        number={1}
        title={text(messages.point)}
        subline={point === null ? text(messages.select) : format.dateTime(point.time)}
        to={paths.restorePoint(path)}
        done={point !== null}
        selected={pathname === paths.restorePoint(path)}
      />
      <StepCard
        number={2}
        title={text(messages.configuration)}
        subline={
          configuration === null
            ? text(messages.configure)
            : text(configuration.region === 'paired' ? pairedMessages.configured : messages.configured, {
                account: configuration.storageAccountName,
              })
        }
        to={paths.restoreConfiguration(path)}
        done={configuration !== null}
        selected={pathname === paths.restoreConfiguration(path)}
        lockedReason={point === null ? text(messages.pointFirst) : undefined}
      />
      {edition === 'current' && configuration?.targetGroup === null && <InfoBox>{text(configurationMessages.vhdsStartNothing)}</InfoBox>}
      <Outlook path={path} draft={draft} />
      <RestoreUnderWay path={path} />
    </Blade>
  );
}
