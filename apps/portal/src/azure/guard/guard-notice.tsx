import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { MissingRights, VaultGuard, VaultPath } from '@tresor/contracts';
import { ps, sh } from '@tresor/scripts/writing';
import type { GuardedStep } from '@tresor/support-matrix';
import { useId } from 'react';
import { forgetRights } from '../../api/query-client';
import { rightsQuery, vaultGuardQuery } from '../../api/rights-query';
import { formatMessage } from '../../language/messages';
import { useFormat } from '../../language/use-format';
import { namedFew } from '../../language/named-few';
import { AllNames } from '../../ui/layout/all-names';
import { useText } from '../../language/use-text';
import { useAccount } from '../../session/use-account';
import { PlainButton } from '../../ui/actions/buttons';
import { InfoBox } from '../../ui/feedback/info-box';
import { Disclosure } from '../../ui/layout/disclosure';
import { RequestText, type Request } from '../rights/request-text';
import { messages, needs, guardedSteps, requestMessages } from './messages';

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

const ROLE = 'Backup MUA Operator';

/** What to send to somebody who may give the role on the Resource Guard. */
function approvalRequest(
  { vaultName }: VaultPath,
  { id: scope, name: guard }: VaultGuard,
  step: GuardedStep,
  person: { name: string; username: string },
): Request {
  const inLanguage = (language: 'de' | 'en') =>
    [
      formatMessage(language, requestMessages.letter, { vault: vaultName, guard, step: guardedSteps[step][language], role: ROLE, scope }),
      formatMessage(language, requestMessages.signature, person),
    ].join('\n\n');
  const { username } = person;
  return {
    words: { de: inLanguage('de'), en: inLanguage('en') },
    cli: sh`az role assignment create --assignee ${username} --role ${ROLE} --scope ${scope}`.text,
    powerShell: ps`New-AzRoleAssignment -SignInName ${username} -RoleDefinitionName ${ROLE} -Scope ${scope}`.text,
  };
}

interface LackingProps extends GuardNoticeProps {
  guard: VaultGuard;
  missing: MissingRights;
}

/** Who can give the right, how to come to it, and what to send to them. */
function Lacking({ path, step, guard, missing }: LackingProps) {
  const text = useText();
  const format = useFormat();
  const person = useAccount();
  const { waitingSince, givers } = guard;
  const names = givers?.length ? text(messages.givers, { names: namedFew(givers, format, text) }) : text(messages.giversUnseen);
  const request = text(messages.request);
  return (
    <>
      <p>
        {text(messages.lacking)} {names}
      </p>
      <AllNames names={givers ?? []} />
      {waitingSince !== null && <p>{text(messages.waiting, { time: format.dateTime(waitingSince) })}</p>}
      {waitingSince === null && missing.eligible.length > 0 && <p>{text(messages.activate)}</p>}
      <PlainButton onClick={forgetRights}>{text(messages.checkAgain)}</PlainButton>{' '}
      <Disclosure label={request} name={request}>
        <RequestText request={approvalRequest(path, guard, step, person)} />
      </Disclosure>
    </>
  );
}
