import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { MissingRights, VaultGuard, VaultPath } from '@tresor/contracts';
import type { GuardedStep } from '@tresor/support-matrix';
import { lazy, Suspense, useId } from 'react';
import { loadPart } from '../../api/load-code';
import { forgetRights } from '../../api/query-client';
import { rightsQuery, vaultGuardQuery } from '../../api/rights-query';
import { useFormat } from '../../language/use-format';
import { namedFew } from '../../language/named-few';
import { AllNames } from '../../ui/layout/all-names';
import { useText } from '../../language/use-text';
import { PlainButton } from '../../ui/actions/buttons';
import { InfoBox } from '../../ui/feedback/info-box';
import { Disclosure } from '../../ui/layout/disclosure';
import { useReach } from '../rights/use-reach';
import { messages, needs } from './messages';

const GuardRequest = lazy(() => loadPart(() => import('./guard-request')));

const useStyles = makeStyles({ heading: { margin: '4px 0', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold } });

interface GuardNoticeProps {
  path: VaultPath;
  step: GuardedStep;
}

const LOOK_AGAIN_MS = 2_000;

/** Both are read by themselves: a guard on which a request still waits is older than the right that came of it, and does not tell its end. */
const isOlder = ({ until, waitingSince }: VaultGuard, missing: MissingRights | undefined) =>
  missing === undefined && until === null && waitingSince !== null;

/** That a step needs an approval by the vault's Resource Guard, and how the signed-in person stands with it; nothing where it needs none. */
export function GuardNotice({ path, step }: GuardNoticeProps) {
  const styles = useStyles();
  const heading = useId();
  const text = useText();
  const { subscriptionId, resourceGroup, vaultName } = path;
  const { data: rights } = useQuery(rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }));
  const missingAt = ({ id }: VaultGuard) => rights?.find((one) => one.step === step)?.missing.find(({ scope }) => scope === id);
  const { data: guard } = useQuery({
    ...vaultGuardQuery(path),
    refetchInterval: ({ state: { data } }) =>
      data != null && rights !== undefined && isOlder(data, missingAt(data)) ? LOOK_AGAIN_MS : false,
  });
  if (!guard?.protects.includes(step)) return null;
  const missing = missingAt(guard);
  return (
    <section aria-labelledby={heading}>
      <InfoBox>
        <h3 id={heading} className={styles.heading}>
          {text(messages.title)}
        </h3>
        <p>
          {text(messages.guarded, { guard: guard.name })} {text(needs[step])}
        </p>
        {rights !== undefined && missing === undefined && <Held guard={guard} />}
        {missing !== undefined && <Lacking path={path} step={step} guard={guard} missing={missing} />}
        {guard.description !== null && <p>{text(messages.note, { note: guard.description })}</p>}
      </InfoBox>
    </section>
  );
}

function Held({ guard: { until } }: { guard: VaultGuard }) {
  const text = useText();
  const format = useFormat();
  return <p>{until === null ? text(messages.held) : text(messages.heldUntil, { time: format.dateTime(until) })}</p>;
}

interface LackingProps extends GuardNoticeProps {
  guard: VaultGuard;
  missing: MissingRights;
}

/** Who can give the right, how to come to it, and what to send to them. */
function Lacking({ path, step, guard, missing }: LackingProps) {
  const text = useText();
  const format = useFormat();
  const { isDelegated } = useReach()(missing);
  const { waitingSince } = guard;
  // Who may assign roles there to others gives none by the delegation.
  const givers = isDelegated ? [] : (guard.givers ?? []);
  const whoGives = () => {
    if (isDelegated) return text(messages.giverOfDelegation);
    return givers.length > 0 ? text(messages.givers, { names: namedFew(givers, format, text) }) : text(messages.giversUnseen);
  };
  const request = text(messages.request);
  return (
    <>
      <p>
        {text(messages.lacking)} {whoGives()}
      </p>
      <AllNames names={givers} />
      {waitingSince !== null && <p>{text(messages.waiting, { time: format.dateTime(waitingSince) })}</p>}
      {waitingSince === null && missing.eligible.length > 0 && <p>{text(messages.activate)}</p>}
      <PlainButton onClick={forgetRights}>{text(messages.checkAgain)}</PlainButton>{' '}
      <Disclosure label={request} name={request}>
        <Suspense>
          <GuardRequest path={path} step={step} guard={guard} isDelegated={isDelegated} />
        </Suspense>
      </Disclosure>
    </>
  );
}
