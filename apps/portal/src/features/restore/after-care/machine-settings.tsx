import { makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JobId, MachineSetting, VaultPath } from '@tresor/contracts';
import { api } from '../../../api/api';
import { translated } from '../../../api/problem-error';
import { machineSettingsQuery } from '../../../api/restore-queries';
import { useText } from '../../../language/use-text';
import { PlainButton } from '../../../ui/actions/buttons';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { ReasonField } from '../../../azure/commands/reason-field';
import { useSending } from '../../../azure/commands/use-sending';
import { useMissingWords } from '../../../azure/rights/use-missing-words';
import { aspectWords, settingMessages as messages, settingReasons, sourceWords } from './setting-messages';
import { valueWords } from './setting-values';

const useStyles = makeStyles({
  heading: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  aspect: { margin: '0 0 2px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  values: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '2px 12px', margin: '2px 0 4px' },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  source: { marginLeft: '8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  note: { margin: '2px 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface MachineSettingsProps {
  path: VaultPath;
  jobId: JobId;
}

type Chosen = Pick<MachineSetting, 'aspect' | 'revision'>;

/** What the old machine had beside what the new one has, and what of it can be taken over by a click. */
export function MachineSettings({ path, jobId }: MachineSettingsProps) {
  const styles = useStyles();
  const text = useText();
  const client = useQueryClient();
  const query = machineSettingsQuery(path, jobId);
  const settings = useQuery(query);
  const takeOver = useMutation({
    mutationFn: ({ aspect, revision }: Chosen) => translated(api.restores.takeOver({ ...path, jobId, aspect, seen: revision })),
    onSuccess: (found) => client.setQueryData(query.queryKey, found),
    onError: () => void settings.refetch(),
  });
  return (
    <section>
      <h3 className={styles.heading}>{text(messages.heading)}</h3>
      <p className={styles.note}>{text(messages.explanation)}</p>
      {settings.error !== null && <ProblemBar problem={settings.error} />}
      {settings.isPending && <StatusBadge status="in-progress">{text(messages.loading)}</StatusBadge>}
      {settings.data?.some(({ state, reason }) => state === 'offer' && reason === null) === true && <ReasonField />}
      <ul className={styles.list}>
        {settings.data?.map((setting) => (
          <Setting
            key={setting.aspect}
            setting={setting}
            sending={takeOver.isPending}
            isTaken={takeOver.isSuccess && takeOver.variables.aspect === setting.aspect}
            problem={takeOver.variables?.aspect === setting.aspect ? takeOver.error : null}
            onTakeOver={() => takeOver.mutate(setting)}
          />
        ))}
      </ul>
    </section>
  );
}

interface SettingProps {
  setting: MachineSetting;
  sending: boolean;
  /** Whether it was taken over just now. */
  isTaken: boolean;
  /** Why it was not taken over. */
  problem: Error | null;
  onTakeOver: () => void;
}

function Setting({ setting, sending, isTaken, problem, onTakeOver }: SettingProps) {
  const styles = useStyles();
  const text = useText();
  const order = useSending({ send: onTakeOver, reason: sending ? text(messages.takingOver) : undefined, failed: problem });
  const wordsOf = useMissingWords();
  const { aspect, old, source, state, reason, missing, removes, frees } = setting;
  const valueOf = (values: readonly string[]) =>
    values.length === 0 ? text(messages.none) : values.map((value) => valueWords(aspect, value, text)).join(', ');
  // It may have been taken over already.
  const nothing = aspect === 'public-ip' ? messages.noPublicOld : messages.nothingOld;
  const outcome = () => {
    if (isTaken && state !== 'offer') return <StatusBadge status="success">{text(messages.takenOver)}</StatusBadge>;
    if (state === 'same') return <StatusBadge status="success">{text(old?.length === 0 ? nothing : messages.same)}</StatusBadge>;
    if (reason !== null) return <p className={styles.note}>{missing === null ? text(settingReasons[reason]) : wordsOf(missing)}</p>;
    return (
      <>
        <PlainButton
          onClick={order.send}
          reason={order.reason}
          aria-label={text(messages.takeOverNamed, { aspect: text(aspectWords[aspect]) })}
        >
          {text(messages.takeOver)}
        </PlainButton>
        {order.again}
      </>
    );
  };
  return (
    <li className={styles.entry}>
      <h4 className={styles.aspect}>{text(aspectWords[aspect])}</h4>
      <dl className={styles.values}>
        <dt className={styles.term}>{text(messages.old)}</dt>
        <dd className={styles.value}>
          {old === null ? text(reason === 'not-visible' ? messages.unseen : messages.unknown) : valueOf(old)}
          {source !== null && <span className={styles.source}> {text(sourceWords[source])}</span>}
        </dd>
        <dt className={styles.term}>{text(messages.new)}</dt>
        <dd className={styles.value}>{valueOf(setting.new)}</dd>
      </dl>
      {state === 'offer' && removes !== null && (
        <p className={styles.note}>
          {text(messages.removes, { name: removes })} {text(messages.restarts)}
        </p>
      )}
      {state === 'offer' && aspect === 'public-ip' && <p className={styles.note}>{text(messages.moves)}</p>}
      {state === 'offer' && frees !== null && <p className={styles.note}>{text(messages.frees, { name: frees })}</p>}
      {(state === 'offer' || isTaken) && aspect === 'dns-servers' && <p className={styles.note}>{text(messages.askedLater)}</p>}
      {state === 'offer' && aspect === 'identity' && <p className={styles.note}>{text(messages.ownIdentity)}</p>}
      {state === 'offer' && aspect === 'tags' && isTaken && <output className={styles.note}>{text(messages.tagsRuled)}</output>}
      {problem !== null && <ProblemBar problem={problem} />}
      {outcome()}
    </li>
  );
}
