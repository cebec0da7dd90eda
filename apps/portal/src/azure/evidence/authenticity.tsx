import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { SealedEvidence } from '@tresor/contracts';
import { sealedText, verifySealed, type SealVerdict } from '@tresor/contracts/seal';
import { evidenceKeysQuery } from '../../api/evidence-queries';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { ProblemBar } from '../../ui/feedback/problem-bar';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { Essentials } from '../../ui/layout/essentials';
import { faultWords, messages } from './messages';
import { recordsOf } from './records';

const useStyles = makeStyles({ verdict: { display: 'block', margin: '16px 0 6px' } });

/** What a check has found, in one line. */
export function VerdictLine({ verdict }: { verdict: SealVerdict | undefined }) {
  const text = useText();
  if (verdict === undefined) return <StatusBadge status="in-progress">{text(messages.checking)}</StatusBadge>;
  if (verdict.state === 'sound') return <StatusBadge status="success">{text(messages.sound)}</StatusBadge>;
  if (verdict.state === 'cannot-check') return <StatusBadge status="unknown">{text(messages.cannotCheck)}</StatusBadge>;
  const { fault } = verdict;
  const values = { number: 'number' in fault ? fault.number : 0, fingerprint: 'fingerprint' in fault ? fault.fingerprint : '' };
  return <StatusBadge status="error">{text(faultWords[fault.fault], values)}</StatusBadge>;
}

/** Whether what is shown is as it was sealed: checked here, so that nobody has to be believed who says so. */
export function Authenticity({ sealed }: { sealed: SealedEvidence }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const keys = useQuery(evidenceKeysQuery());
  const known = keys.data?.map(({ publicKey }) => publicKey);
  const verdict = useQuery({
    queryKey: ['evidence-verdict', sealed.seal.signature, known],
    queryFn: () => verifySealed(sealedText(sealed), known ?? []),
    enabled: known !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const segments = recordsOf(sealed, 'segment');
  const broken = segments.filter(({ isSound }) => !isSound);
  const open = recordsOf(sealed, 'entry').filter(
    ({ position }) => !segments.some(({ firstPosition, lastPosition }) => position >= firstPosition && position <= lastPosition),
  ).length;
  const numbers = (some: typeof segments) => format.list(some.map(({ number }) => String(number)));
  const closed = [
    ...(broken.length > 0 ? [text(messages.segmentsBroken, { numbers: numbers(broken) })] : []),
    ...(segments.length > broken.length
      ? [text(messages.segmentsSound, { numbers: numbers(segments.filter(({ isSound }) => isSound)) })]
      : []),
    ...(open > 0 ? [text(messages.segmentsOpen, { count: open })] : []),
  ];
  const { seal } = sealed;
  const fingerprint = keys.data?.find(({ publicKey }) => publicKey === seal.publicKey)?.fingerprint ?? '';
  return (
    <section aria-label={text(messages.proof)}>
      <output className={styles.verdict}>
        <VerdictLine verdict={verdict.data} />
      </output>
      {keys.error !== null && <ProblemBar problem={keys.error} />}
      <Essentials
        title={text(messages.proof)}
        entries={[
          { name: text(messages.fingerprint), value: fingerprint },
          { name: text(messages.head), value: seal.head },
          { name: text(messages.records), value: format.number(seal.count) },
          { name: text(messages.segments), value: closed.length > 0 ? closed.join('; ') : text(messages.none) },
        ]}
      />
    </section>
  );
}
