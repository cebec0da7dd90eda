import { makeStyles } from '@fluentui/react-components';
import { useQuery, useQueries, useQueryClient } from '@tanstack/react-query';
import type { StepId } from '@tresor/support-matrix';
import { useLayoutEffect, useRef } from 'react';
import { allItemsQuery } from '../api/queries';
import type { Message } from '../language/messages';
import { useFormat } from '../language/use-format';
import { useText } from '../language/use-text';
import { paths } from '../map/paths';
import { LinkButton } from '../ui/actions/link-button';
import { StatusBadge } from '../ui/feedback/status-badge';
import type { Status } from '../words/status';
import { TextLink } from '../ui/actions/text-link';
import { stepTitles } from '../words/restore-steps';
import { AttentionPlace, keepAttentionHeight } from './attention-place';
import { useAttentionStyles } from './attention.styles';
import {
  attentionOf,
  comesBack,
  newestOfEach,
  restoreTroubleOf,
  type Attention as Case,
  type OpenRestore,
  type Trouble,
} from './attention-of';
import { messages } from './messages';
import { isJobId } from '../api/known-ids';
import { allRestoresQuery, restoreQuery } from '../api/restore-queries';
import { useEdition } from '../kept/edition';
import { willFail } from '../azure/first-backup/failure-words';
import { useWithFirstBackup } from '../azure/first-backup/use-first-backup-failures';
import { useLacks } from '../azure/rights/use-lacks';
import { useLacksCommand } from './use-lacks-command';
import { useUndoEnd } from '../azure/items/use-undo-end';
import { useNow } from '../language/use-now';
import { Unreported, useUnreported } from './unreported';

/** So many are shown; the list of all items has the others. */
const SHOWN = 6;

const NONE: readonly never[] = [];

const useStyles = makeStyles({ place: { display: 'flow-root' } });

type Place = Parameters<typeof paths.item>[0];

interface Look {
  status: Status;
  button: Message;
  to: (place: Place) => string;
  /** What it offers to order. */
  step?: StepId;
}

const LOOK: Readonly<Record<Trouble, Look>> = {
  missing: { status: 'error', button: messages.restoreNow, to: paths.restorePoint, step: 'restore-disks' },
  expiring: { status: 'warning', button: messages.undelete, to: paths.undelete, step: 'undelete' },
  failing: { status: 'error', button: messages.seeWhy, to: paths.item },
  'first-backup': { status: 'warning', button: messages.seeWhy, to: paths.item },
};

/** So many of the newest are looked into; the lists of the vaults have the others. */
const LOOKED_INTO = 6;
/** With those that stand apart. */
const MOST_READ = 18;
const FRESH_MS = 60_000;

interface OpenRestores {
  open: OpenRestore[];
  /** All that could be read. */
  seen: boolean;
}

/** Restores that are not at their end, and those whose keys run out soon; undefined until the newest are known. */
function useOpenRestores(): OpenRestores | undefined {
  const edition = useEdition();
  const now = useNow();
  const { data, isPending } = useQuery(allRestoresQuery());
  const client = useQueryClient();
  const listed = (data?.restores ?? NONE).flatMap(({ jobId, ...restore }) => (isJobId(jobId) ? [{ ...restore, jobId }] : []));
  // What stands apart is known once it was looked into; then the one before it is, too.
  const standsApart = ({ vault, jobId }: (typeof listed)[number]) =>
    (client.getQueryData(restoreQuery(vault, jobId, edition).queryKey)?.isolatedGroup ?? null) !== null;
  const all = newestOfEach(listed, standsApart, LOOKED_INTO);
  const newest = all.slice(0, MOST_READ);
  return useQueries({
    queries: newest.map(({ vault, jobId }) => ({
      ...restoreQuery(vault, jobId, edition),
      refetchInterval: false as const,
      staleTime: FRESH_MS,
    })),
    combine: (answers) =>
      // Nothing waits for those that are looked into only because others stand apart.
      isPending || answers.slice(0, LOOKED_INTO).some((answer) => answer.isPending)
        ? undefined
        : {
            open: newest.flatMap((restore, at) => {
              const found = answers[at]?.data;
              const trouble = found && restoreTroubleOf(found, now);
              return found === undefined || trouble === undefined ? [] : [{ restore, trouble, found }];
            }),
            seen:
              data !== undefined &&
              all.length === newest.length &&
              answers.every((answer) => answer.isPending || answer.data !== undefined),
          },
  });
}

/** What somebody has to look after, before anything else, and what could not be read of that; nothing where all is well. */
export default function Attention() {
  const styles = useStyles();
  const shared = useAttentionStyles();
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const { data: items, isPending } = useQuery(allItemsQuery());
  const restores = useOpenRestores();
  const all = attentionOf(useWithFirstBackup(items ?? NONE));
  const missing = all.filter(({ trouble }) => trouble === 'missing').length;
  // A second restore of a machine is not offered beside the way on in the first.
  const cases = all.filter(({ item, trouble }) => trouble !== 'missing' || !comesBack(item, restores?.open ?? NONE));
  const unreported = useUnreported();
  const isKnown = !isPending && restores !== undefined && unreported !== undefined;
  useLayoutEffect(() => {
    if (isKnown) keepAttentionHeight(place.current?.offsetHeight ?? 0);
  });
  // What stands below does not jump while this is read: all of it comes at once, into the place that it took the last time.
  if (!isKnown) return <AttentionPlace />;
  return (
    <div ref={place} className={styles.place}>
      <Unreported items={items ?? NONE} {...unreported} />
      {(cases.length > 0 || restores.open.length > 0 || items === undefined || !restores.seen) && (
        <section aria-labelledby="attention">
          <h2 id="attention" className={shared.title}>
            {text(messages.attention)}
          </h2>
          {missing > 1 && (
            <p>
              <TextLink to={paths.newRecoveryPlan()}>{text(messages.recoverAll, { count: missing })}</TextLink>
            </p>
          )}
          <ul className={shared.list}>
            {items === undefined && <Unseen words={text(messages.itemsUnseen)} />}
            {!restores.seen && <Unseen words={text(messages.restoresUnseen)} />}
            {restores.open.map((one) => (
              <RestoreEntry key={one.restore.jobId} open={one} />
            ))}
            {cases.slice(0, SHOWN).map((one) => (
              <Entry key={one.item.id} case={one} />
            ))}
          </ul>
          {cases.length > SHOWN && (
            <TextLink to={paths.allItems()}>{text(messages.moreAttention, { count: cases.length - SHOWN })}</TextLink>
          )}
        </section>
      )}
    </div>
  );
}

/** What nobody can tell is not passed over: where it is missing all would seem well. */
function Unseen({ words }: { words: string }) {
  const shared = useAttentionStyles();
  return (
    <li className={shared.entry}>
      <StatusBadge status="unknown">{words}</StatusBadge>
    </li>
  );
}

function RestoreEntry({ open: { restore, trouble, found } }: { open: OpenRestore }) {
  const text = useText();
  const format = useFormat();
  const { vault, jobId, vmName: name } = restore;
  const command = trouble.kind === 'unfinished' ? trouble.command : null;
  const mayOnlyLook = useLacksCommand(vault, found, command);
  const { vaultName } = vault;
  if (trouble.kind === 'expiring') {
    const words = text(messages.keysExpire, { name, keys: format.list(trouble.names), until: format.date(new Date(trouble.until)) });
    const to = paths.restoreStep(vault, jobId, 'keys');
    return <Line name={name} vaultName={vaultName} status="warning" words={words} button={messages.seeWhy} to={to} />;
  }
  const isWorking = trouble.kind === 'working';
  const words = text(isWorking ? messages.isRestoring : messages.isUnfinished, { name, step: text(stepTitles[trouble.step]) });
  const isForLooking = isWorking || mayOnlyLook;
  const to = isForLooking ? paths.restore(vault, jobId) : paths.restoreStep(vault, jobId, trouble.step);
  const button = isForLooking ? messages.seeWhy : messages.goOn;
  return <Line name={name} vaultName={vaultName} status={isWorking ? 'in-progress' : 'warning'} words={words} button={button} to={to} />;
}

function Entry({ case: { item, trouble } }: { case: Case }) {
  const text = useText();
  const format = useFormat();
  const { status, step, ...offered } = LOOK[trouble];
  const mayOnlyLook = useLacks(item.vault, step);
  const { button, to } = mayOnlyLook ? LOOK.failing : offered;
  const place = { ...item.vault, vmGroup: item.resourceGroup, vmName: item.name };
  const { name, firstBackupFailure: failure } = item;
  const undoEnd = useUndoEnd(item.vault, item.deletedAt);
  const expiring =
    undoEnd === null ? text(messages.isExpiringSomeday, { name }) : text(messages.isExpiring, { name, until: format.date(undoEnd) });
  const said = {
    missing: text(messages.isMissing, { name }),
    expiring,
    failing: text(messages.isFailing, { name }),
    'first-backup': text(messages.willFailFirst, { name, what: failure === undefined ? '' : willFail(failure, text, format) }),
  }[trouble];
  return <Line name={name} vaultName={item.vault.vaultName} status={status} words={said} button={button} to={to(place)} />;
}

interface LineProps {
  name: string;
  vaultName: string;
  status: Status;
  words: string;
  button: Message;
  to: string;
}

function Line({ name, vaultName, status, words, button, to }: LineProps) {
  const shared = useAttentionStyles();
  const text = useText();
  return (
    <li className={shared.entry}>
      <div className={shared.words}>
        <StatusBadge status={status}>{words}</StatusBadge>
        <div className={shared.vault}>{vaultName}</div>
      </div>
      <LinkButton plain to={to} aria-label={`${text(button)}: ${name}`}>
        {text(button)}
      </LinkButton>
    </li>
  );
}
