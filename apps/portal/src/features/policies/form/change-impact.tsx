import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { PolicyName, VaultPath } from '@tresor/contracts';
import { planOf } from '@tresor/support-matrix';
import { useEffect, useMemo, useState } from 'react';
import { policyPointsQuery } from '../../../api/policy-points-query';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import type { Message } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { useIanaZone } from '../../../language/use-zone';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { InfoBox } from '../../../ui/feedback/info-box';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { ComingPoints } from './coming-points';
import { useFormPlan } from './form-calendar';
import { useSectionStyles } from './level-section';
import { messages } from '../messages';
import { policyOf } from './policy-form';
import { PresentPoints } from './present-points';
import { sumOf, useEffects } from './use-effects';

const useStyles = makeStyles({ loss: { marginTop: '8px' } });

interface ChangeImpactProps {
  path: VaultPath;
  policyName: PolicyName;
  /** What the policy says before the change. */
  seen: PolicyForm;
  /** Told why the change may not be made yet: points are still being counted, or nobody has agreed to their loss. */
  onHindered: (why: Message | undefined) => void;
}

/** How many machines a change reaches, and what becomes of their points, those that are there and those to come. */
export function ChangeImpact({ path, policyName, seen, onHindered }: ChangeImpactProps) {
  const { heading } = useSectionStyles();
  const styles = useStyles();
  const text = useText();
  const { data, error } = useQuery(policyPointsQuery(path, policyName));
  const zone = useIanaZone(seen.timeZone);
  const before = useMemo(() => (zone === null ? null : planOf(policyOf(seen), zone)), [seen, zone]);
  const after = useFormPlan();
  const effects = useEffects(data?.items, before, after);
  const sum = sumOf(effects.map(({ effect }) => effect));
  const [agreedTo, setAgreedTo] = useState(0);
  const counting = error === null && data?.complete !== true;
  const why = counting ? messages.countFirst : sum.lost > 0 && agreedTo !== sum.lost ? messages.confirmFirst : undefined;
  useEffect(() => onHindered(why), [why, onHindered]);

  if (before === null) return null;
  return (
    <section aria-label={text(messages.impact)}>
      <h3 className={heading}>{text(messages.impact)}</h3>
      {error !== null && <ProblemBar problem={error} />}
      {data !== undefined && <p>{text(messages.affected, { count: data.total })}</p>}
      {counting && data !== undefined && <output>{text(messages.counted, { count: data.items.length, total: data.total })}</output>}
      <PresentPoints effects={effects} sum={sum} />
      {!counting && sum.lost > 0 && (
        <div role="alert" className={styles.loss}>
          <InfoBox>
            <p>{text(messages.loss, { count: sum.lost })}</p>
            <CheckboxField
              label={text(messages.confirmLoss)}
              checked={agreedTo === sum.lost}
              onChange={(yes) => setAgreedTo(yes ? sum.lost : 0)}
            />
          </InfoBox>
        </div>
      )}
      <ComingPoints before={before} after={after} />
    </section>
  );
}
