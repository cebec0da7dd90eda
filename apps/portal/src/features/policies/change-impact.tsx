import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { PolicyName, VaultPath } from '@tresor/contracts';
import type { Plan } from '@tresor/retention';
import { planOf } from '@tresor/support-matrix';
import { useEffect, useMemo, useState } from 'react';
import { policyPointsQuery } from '../../api/queries';
import type { PolicyForm } from '../../drafts/new-policy-draft';
import { useText } from '../../i18n/use-text';
import { useNow } from '../../time-zones/use-now';
import { useIanaZone } from '../../time-zones/use-zone';
import { CheckboxField } from '../../ui/checkbox-field';
import { InfoBox } from '../../ui/info-box';
import { ProblemBar } from '../../ui/problem-bar';
import { effectOf } from './change-effect';
import { ComingPoints } from './coming-points';
import { useFormPlan } from './form/form-calendar';
import { useSectionStyles } from './form/level-section';
import { messages } from './messages';
import { policyOf } from './form/policy-form';
import { NumberTable } from './number-table';

const useStyles = makeStyles({ loss: { marginTop: '8px' } });

interface ChangeImpactProps {
  path: VaultPath;
  policyName: PolicyName;
  /** What the policy says before the change. */
  seen: PolicyForm;
  /** Told whether points would be lost and nobody has agreed to it yet. */
  onConsentNeeded: (needed: boolean) => void;
}

/** How many machines a change reaches, and what becomes of their points, those that are there and those to come. */
export function ChangeImpact({ path, policyName, seen, onConsentNeeded }: ChangeImpactProps) {
  const { heading } = useSectionStyles();
  const styles = useStyles();
  const text = useText();
  const { data, error } = useQuery(policyPointsQuery(path, policyName));
  const zone = useIanaZone(seen.timeZone);
  const before = useMemo(() => (zone === null ? null : planOf(policyOf(seen), zone)), [seen, zone]);
  const after = useFormPlan();
  const effects = useEffects(data?.items, before, after);
  const lost = effects.reduce((sum, { effect }) => sum + effect.lost, 0);
  const [agreedTo, setAgreedTo] = useState(0);
  const agreed = agreedTo === lost;
  useEffect(() => onConsentNeeded(lost > 0 && !agreed), [agreed, lost, onConsentNeeded]);

  if (before === null) return null;
  return (
    <section aria-label={text(messages.impact)}>
      <h3 className={heading}>{text(messages.impact)}</h3>
      {error !== null && <ProblemBar problem={error} />}
      {data !== undefined && (
        <p>
          {text(messages.affected, { count: data.total })}{' '}
          {data.items.length < data.total && text(messages.firstOnly, { count: data.items.length })}
        </p>
      )}
      {effects.length > 0 && (
        <NumberTable
          caption={text(messages.presentPoints)}
          columns={[messages.machine, messages.pointsNow, messages.lostNow, messages.shorter, messages.longer].map((each) => text(each))}
          rows={effects.map(({ name, effect }) => ({ name, numbers: [effect.total, effect.lost, effect.shorter, effect.longer] }))}
        />
      )}
      {lost > 0 && (
        <div role="alert" className={styles.loss}>
          <InfoBox>
            <p>{text(messages.loss, { count: lost })}</p>
            <CheckboxField label={text(messages.confirmLoss)} checked={agreed} onChange={(yes) => setAgreedTo(yes ? lost : 0)} />
          </InfoBox>
        </div>
      )}
      <ComingPoints before={before} after={after} />
    </section>
  );
}

type ItemPoints = Parameters<typeof effectOf>[0];

function useEffects(items: readonly { name: string; points: ItemPoints }[] | undefined, before: Plan | null, after: Plan | null) {
  const here = useNow();
  return useMemo(() => {
    if (items === undefined || before === null || after === null) return [];
    // Azure's clock may be ahead of this one.
    const newest = items.flatMap(({ points }) => points.map(({ time }) => Date.parse(time)));
    const now = newest.reduce((latest, time) => Math.max(latest, time), here);
    return items.map(({ name, points }) => ({ name, effect: effectOf(points, before, after, now) }));
  }, [items, before, after, here]);
}
