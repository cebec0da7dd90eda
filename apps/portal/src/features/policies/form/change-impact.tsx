import { makeStyles } from '@fluentui/react-components';
import { useQuery, queryOptions } from '@tanstack/react-query';
import type { PolicyName, VaultPath, PolicyPoints } from '@tresor/contracts';
import { planOf } from '@tresor/support-matrix';
import { useEffect, useMemo, useState } from 'react';
import { existingAt } from '@tresor/retention';
import type { Plan } from '@tresor/retention';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import type { Message } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { useIanaZone } from '../../../language/use-zone';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { PlainButton } from '../../../ui/actions/buttons';
import { InfoBox } from '../../../ui/feedback/info-box';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { useFormPlan } from './form-calendar';
import { useSectionStyles } from './level-section';
import { messages } from '../messages';
import { policyOf } from './policy-form';
import { sumOf, useEffects, type EffectOnItem } from './use-effects';
import { api } from '../../../api/api';
import { growing } from '../../../api/growing';
import { pagesToEnd } from '../../../api/pages-to-end';
import { useNow } from '../../../language/use-now';
import { HORIZON_YEARS, useForecast } from '../calendar/use-forecast';
import { NumberTable } from './number-table';
import type { Effect } from './change-effect';

const useStyles = makeStyles({ loss: { marginTop: '8px' } });

interface ChangeImpactProps {
  path: VaultPath;
  policyName: PolicyName;
  /** What the policy says before the change. */
  seen: PolicyForm;
  /** Whether the form says something else by now. */
  isChanged: boolean;
  /** Told what was found of a form, whenever that is. */
  onJudged: (judgement: Judgement) => void;
}

export interface Judgement {
  /** What the form said that was judged. */
  said: string;
  /** Why the change may not be made yet: points are still being counted, or nobody has agreed to their loss, or to its risk. */
  why: Message | undefined;
}

interface PointsOfItems extends PolicyPoints {
  /** True once the last item is there. */
  complete: boolean;
}

const nothing: PointsOfItems = { total: 0, items: [], complete: false };

/** The points of the items that follow a policy, growing page by page. */
const policyPointsQuery = (path: VaultPath, policyName: PolicyName) =>
  queryOptions({
    queryKey: ['policies', path, policyName, 'points'],
    ...growing<PolicyPoints | 'end', PointsOfItems>(30_000, {
      streamFn: ({ signal }) => pagesToEnd(() => api.policies.points({ ...path, policyName }, { signal })),
      refetchMode: 'replace',
      initialValue: nothing,
      reducer: (known, page) =>
        page === 'end' ? { ...known, complete: true } : { total: page.total, items: known.items.concat(page.items), complete: false },
    }),
  });

const monthsLater = (from: number, months: number) => {
  const date = new Date(from);
  return date.setUTCMonth(date.getUTCMonth() + months);
};

/** How many points there would be by the present policy and by the changed one, at some days to come. */
function ComingPoints({ before, after }: { before: Plan; after: Plan | null }) {
  const text = useText();
  const now = useNow();
  const present = useForecast(before, now)?.points;
  const changed = useForecast(after, now)?.points;
  if (present === undefined || changed === undefined) return null;
  const moments = [
    { name: text(messages.inMonth), months: 1 },
    ...[1, 5, HORIZON_YEARS].map((count) => ({ name: text(messages.inYears, { count }), months: count * 12 })),
  ];
  return (
    <NumberTable
      caption={text(messages.comingPoints)}
      columns={[text(messages.when), text(messages.before), text(messages.after)]}
      rows={moments.map(({ name, months }) => {
        const moment = monthsLater(now, months);
        return { name, numbers: [existingAt(present, moment).length, existingAt(changed, moment).length] };
      })}
    />
  );
}

const SHOWN = 20;
const numbersOf = ({ total, lost, shorter, longer }: Effect) => [total, lost, shorter, longer];

type Named = Pick<EffectOnItem, 'name' | 'resourceGroup'>;

const idOf = ({ name, resourceGroup }: Named) => `${resourceGroup}/${name}`.toLowerCase();

/** What each machine is called: with its resource group where another one has its name. */
function namesOf(machines: readonly Named[]): (machine: Named) => string {
  const counts = new Map<string, number>();
  for (const { name } of machines) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return ({ name, resourceGroup }) => ((counts.get(name.toLowerCase()) ?? 0) > 1 ? `${name} (${resourceGroup})` : name);
}

/** What becomes of the points there are: of those machines that lose most, and of all together. */
function PresentPoints({ effects, sum }: { effects: readonly EffectOnItem[]; sum: Effect }) {
  const text = useText();
  if (effects.length === 0) return null;
  const byLoss = effects.toSorted((one, other) => other.effect.lost - one.effect.lost || one.name.localeCompare(other.name));
  const called = namesOf(effects);
  const rows = byLoss.slice(0, SHOWN).map((one) => ({ id: idOf(one), name: called(one), numbers: numbersOf(one.effect) }));
  const all = { name: text(messages.allMachines, { count: effects.length }), numbers: numbersOf(sum) };
  return (
    <>
      <NumberTable
        caption={text(messages.presentPoints)}
        columns={[messages.machine, messages.pointsNow, messages.lostNow, messages.shorter, messages.longer].map((each) => text(each))}
        rows={effects.length > 1 ? [all, ...rows] : rows}
      />
      {effects.length > SHOWN && <p>{text(messages.mostOnly, { count: SHOWN })}</p>}
    </>
  );
}

/** How many machines a change reaches, and what becomes of their points, those that are there and those to come. */
export function ChangeImpact({ path, policyName, seen, isChanged, onJudged }: ChangeImpactProps) {
  const { heading } = useSectionStyles();
  const styles = useStyles();
  const text = useText();
  const { data, error, isFetching, refetch } = useQuery(policyPointsQuery(path, policyName));
  const zone = useIanaZone(seen.timeZone);
  const before = useMemo(() => (zone === null ? null : planOf(policyOf(seen), zone)), [seen, zone]);
  const typed = useFormPlan();
  const { effects, said } = useEffects(data?.items, before, typed);
  const sum = sumOf(effects.map(({ effect }) => effect));
  const [agreedTo, setAgreedTo] = useState(0);
  const [isRisked, setRisked] = useState(false);
  const isCounted = data?.complete === true;
  // In a zone that nobody knows, nothing tells which points a change would end.
  const isUncountable = before === null || (!isCounted && error !== null && !isFetching);
  const whyNot = () => {
    if (isUncountable) return isRisked ? undefined : messages.riskFirst;
    if (!isCounted) return messages.countFirst;
    return sum.lost > 0 && agreedTo !== sum.lost ? messages.confirmFirst : undefined;
  };
  const why = whyNot();
  useEffect(() => onJudged({ said, why }), [said, why, onJudged]);

  return (
    <section aria-label={text(messages.impact)}>
      <h3 className={heading}>{text(messages.impact)}</h3>
      {error !== null && !isFetching && <ProblemBar problem={error} />}
      {data !== undefined && <p>{text(messages.affected, { count: data.total })}</p>}
      {!isCounted && !isUncountable && data !== undefined && (
        <output>{text(messages.counted, { count: data.items.length, total: data.total })}</output>
      )}
      <PresentPoints effects={effects} sum={sum} />
      {isUncountable && isChanged && (
        <div role="alert" className={styles.loss}>
          <InfoBox>
            <p>{text(before === null ? messages.zoneUnknown : messages.uncounted)}</p>
            {before !== null && <PlainButton onClick={() => void refetch()}>{text(messages.countAgain)}</PlainButton>}
            <CheckboxField label={text(messages.changeAnyway)} checked={isRisked} onChange={setRisked} />
          </InfoBox>
        </div>
      )}
      {isCounted && !isUncountable && sum.lost > 0 && (
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
      {before !== null && <ComingPoints before={before} after={typed.plan} />}
    </section>
  );
}
