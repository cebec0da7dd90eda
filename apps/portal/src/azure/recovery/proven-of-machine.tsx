import { useFormat } from '../../language/use-format';
import { useNow } from '../../language/use-now';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { messages } from './messages';
import { provenStatus, provenWords } from './proven-words';
import { useProvenByMachine, vmIdOf, type MachineName } from './use-proven';

/** The last time a machine was brought up from its backup, with the way to what tells the rest. */
export function ProvenOfMachine({ machine }: { machine: MachineName }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const { proven, isHidden } = useProvenByMachine();
  if (isHidden) return text(messages.unknown);
  if (proven === undefined) return '…';
  const found = proven.get(vmIdOf(machine));
  const words = provenWords(found, text, format, new Date(now));
  return (
    <StatusBadge status={provenStatus(found)}>
      {found ? <TextLink to={paths.recoveryPlan({ planId: found.planId })}>{words}</TextLink> : words}
    </StatusBadge>
  );
}
