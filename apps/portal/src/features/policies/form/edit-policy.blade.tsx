import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Policy, SeenPolicy } from '@tresor/contracts';
import { isImmutable, isWeakerPolicy, keepsPointsForLess } from '@tresor/support-matrix';
import { useMemo, useRef, useState } from 'react';
import { api } from '../../../api/api';
import { isPolicyName } from '../../../api/known-ids';
import { policiesQuery, vaultQuery } from '../../../api/queries';
import { GuardNotice } from '../../../azure/guard/guard-notice';
import { Blade } from '../../../blades/blade';
import { useLeadOn } from '../../../blades/use-lead-on';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { usePolicyChangeDraft } from '../../../kept/use-backup-draft';
import { useText } from '../../../language/use-text';
import { tellStarted } from '../../../notifications/tell-started';
import { paths, usePolicyName, useVaultPath } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { zoneTableQuery } from '../../../language/use-zone';
import type * as ZoneTable from '../../../language/zone-table';
import { titles } from '../../../map/map';
import { ChangeImpact, type Judgement } from './change-impact';
import { saidOf } from './form-calendar';
import { messages } from '../messages';
import { formOf, isSame, readyPolicy, seenOf } from './policy-form';
import { PolicyFormBlade } from './policy-form-blade';
import { usePolicy } from '../use-policy';
import { saveChange } from './save-change';
import { useSavePolicy } from './use-save-policy';
import { whyNotEdit } from '../why-not';

/** Changes a policy that is there, after showing what that does to the machines that use it. */
export default function EditPolicy() {
  const text = useText();
  const name = usePolicyName();
  const edition = useEdition();
  const { data: zones, error: zonesError } = useQuery(zoneTableQuery());
  const { policy, isPending, error, absence } = usePolicy();
  const present = useMemo(() => (policy === undefined ? null : seenOf(policy)), [policy]);
  const barred = policy && whyNotEdit(policy, edition);
  if (zones === undefined || policy === undefined || present === null || barred !== undefined) {
    const problem = zonesError ?? error;
    return (
      <Blade title={text(titles.editPolicy)} subtitle={name} busy={isPending && problem === null} problem={problem}>
        {(absence ?? barred) !== undefined && <p>{absence ?? (barred && text(barred))}</p>}
      </Blade>
    );
  }
  return <EditForm policy={policy} present={present} zones={zones} />;
}

function EditForm({ policy, present, zones }: { policy: Policy; present: SeenPolicy; zones: typeof ZoneTable }) {
  const text = useText();
  const path = useVaultPath();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const edition = useEdition();
  // What others change meanwhile must not be overwritten unseen.
  const [opened] = useState(present);
  const draft = usePolicyChangeDraft(path, policy.name, opened);
  const before = draft.seen;
  const [sent] = useState<SeenPolicy[]>([]);
  const seen = useMemo(() => formOf(policy.name, before), [policy.name, before]);
  const [judgement, setJudgement] = useState<Judgement>();
  const order = useRef<string>(undefined);
  const nextOrder = () => (order.current = crypto.randomUUID());

  const save = useSavePolicy(
    path,
    draft,
    ({ name: policyName, ...after }) =>
      saveChange(before, after, sent, {
        update: (before) => api.policies.update({ ...path, policyName, orderId: nextOrder(), before, after }),
        read: async () => (await client.fetchQuery({ ...policiesQuery(path), staleTime: 0 })).find(({ name }) => name === policy.name),
      }),
    (saved, isDone) => {
      const body = text(messages.updatedBody, { count: saved.protectedItems });
      const name = { name: saved.name };
      tellStarted(
        client,
        path,
        { orderId: order.current, jobId: null, ended: text(messages.updated, name) },
        { title: text(messages.updateStarted, name), body, intent: 'info', href: paths.jobs(path) },
      );
      const now = seenOf(saved);
      if (isDone) void leadOn('..');
      else if (now !== null) draft.goOnFrom(now);
    },
  );
  const { data: vault } = useQuery(vaultQuery(path));
  const isKept = vault !== undefined && isImmutable(vault.immutability) && policy.protectedItems > 0;
  const isJudged = isPolicyName(policy.name);
  /** While points are counted for what was typed last, what was found of the form before says nothing of this one. */
  const hindranceOf = (form: PolicyForm) => (judgement?.said === saidOf(form) ? judgement.why : messages.countFirst);
  const barredBy = (form: PolicyForm) => {
    if (isSame(form, seen)) return messages.unchanged;
    const after = readyPolicy(form, edition);
    if (isKept && after && keepsPointsForLess(after, before)) return messages.immutable;
    return isJudged ? hindranceOf(form) : undefined;
  };
  const stepOf = (form: PolicyForm) => {
    const after = readyPolicy(form, edition);
    return after && isWeakerPolicy(after, before) ? 'weaken-policy' : 'write-policy';
  };
  return (
    <PolicyFormBlade
      title={text(titles.editPolicy)}
      subtitle={policy.name}
      zones={zones}
      initial={seen}
      isNew={false}
      draft={draft}
      save={save}
      words={{ submit: messages.update, sending: messages.updating }}
      barredBy={barredBy}
      stepOf={stepOf}
    >
      {stepOf(draft.form ?? seen) === 'weaken-policy' && <GuardNotice path={path} step="weaken-policy" />}
      {isPolicyName(policy.name) && (
        <ChangeImpact
          path={path}
          policyName={policy.name}
          seen={seen}
          isChanged={draft.form !== null && !isSame(draft.form, seen)}
          onJudged={setJudgement}
        />
      )}
    </PolicyFormBlade>
  );
}
