import { STEPS, type Place, type StepId } from '@tresor/support-matrix';
import type { AzureSession } from '../../azure/connection/azure';
import { Problem } from '../../problem';
import { HeldRights } from './held-rights';

/** Refuses anyone who may not take the step at these places, before anything of it is written down. */
export async function requireRights(session: AzureSession, id: StepId, scopes: Partial<Record<Place, string>>): Promise<void> {
  const held = new HeldRights(session, [], []);
  const needs = STEPS.find((step) => step.id === id)?.needs ?? [];
  const judged = needs.map(async ({ place, plane, action }) => {
    const scope = scopes[place];
    return scope === undefined || plane !== 'control' || held.may(scope, plane, action);
  });
  if ((await Promise.all(judged)).includes(false)) throw new Problem('forbidden');
}
