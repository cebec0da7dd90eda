import type { KeyChain } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { KeyWays } from '../keys/key-ways';
import { useKeyForm } from '../keys/use-key-form';
import { useKeyRights } from '../keys/use-key-rights';
import { PlanForm, type PlanFormProps } from './plan-form';

/** The same where key and secret have to come back, with the ways of their own step. */
export default function PlanKeysForm({ chain, ...asked }: Omit<PlanFormProps, 'keys'> & { chain: KeyChain }) {
  const text = useText();
  const { path, jobId, restore, plan, frame } = asked;
  const form = useKeyForm(path, jobId, chain, restore, plan?.answers.keys);
  const barred = useKeyRights(path, form, chain);
  const unfinished = form.whyNot();
  const keys = {
    how: unfinished === undefined ? form.how() : undefined,
    fields: <KeyWays form={form} original={chain.secret.keyVaultId} />,
    reason: unfinished === undefined ? barred : text(unfinished),
  };
  const refresh = () => {
    frame.onRefresh?.();
    form.refresh();
  };
  return <PlanForm {...asked} frame={{ ...frame, problem: frame.problem ?? form.error, onRefresh: refresh }} keys={keys} />;
}
