import type { MissingRights, StepNeed, StepRights } from '@tresor/contracts';

const isOfKeyVaults = ({ place }: StepNeed) => place.endsWith('key-vault');

/** Answers about the same question but for its key vaults, as one: each has looked at its own key vaults and all of them at the rest. */
export function mergeRights(answers: readonly StepRights[][]): StepRights[] {
  const [first = [], ...others] = answers;
  return first.map((rights, index) => others.reduce((merged, other) => mergeStep(merged, other[index]), rights));
}

function mergeStep(step: StepRights, other: StepRights | undefined): StepRights {
  if (!other) return step;
  const needs = step.needs.map((need, index) => mergeNeed(need, other.needs[index]));
  const places = new Map<string, MissingRights>([...step.missing, ...other.missing].map((missing) => [missing.scope, missing]));
  return { ...step, needs, missing: [...places.values()] };
}

function mergeNeed(need: StepNeed, other: StepNeed | undefined): StepNeed {
  if (!other || !isOfKeyVaults(need)) return need;
  return {
    ...need,
    asked: need.asked + other.asked,
    missingAt: [...need.missingAt, ...other.missingAt],
    hiddenAt: [...need.hiddenAt, ...other.hiddenAt],
    groups: [...new Set([...need.groups, ...other.groups])],
  };
}
