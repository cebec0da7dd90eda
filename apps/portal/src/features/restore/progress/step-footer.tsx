import type { Restore, RestoreStep } from '@tresor/contracts';
import { useNavigate } from 'react-router';
import { useCloseBlade } from '../../../blades/use-close-blade';
import { useText } from '../../../language/use-text';
import { paths, useJobId, useVaultPath } from '../../../map/paths';
import { FooterButton, PlainButton } from '../../../ui/actions/buttons';
import { stepTitles } from '../../../words/restore-steps';
import { journeyMessages as messages } from './journey-messages';
import { stepAfter } from './journey-steps';

/** Under a step that is done: on to the next, or back to the journey. */
export function StepFooter({ restore, step }: { restore: Restore; step: RestoreStep }) {
  const text = useText();
  const navigate = useNavigate();
  const close = useCloseBlade();
  const path = useVaultPath();
  const jobId = useJobId();
  const next = stepAfter(restore.steps, step);
  if (next === null) return <PlainButton onClick={close}>{text(messages.close)}</PlainButton>;
  return (
    <FooterButton onClick={() => void navigate(paths.restoreStep(path, jobId, next))}>
      {text(messages.goOn, { step: text(stepTitles[next]) })}
    </FooterButton>
  );
}
