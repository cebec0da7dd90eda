import type { RehearsalLeft, RehearsalStanding } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { TextLink } from '../../../ui/actions/text-link';
import { isKeptFile, keptFiles, untoldFiles, type KeptFiles } from './kept-files';
import { leftKinds, messages } from './messages';

/** That it is a rehearsal, how far it is, and at its end what Azure still lists of it. */
export default function RehearsalFacts({ rehearsal: { of, phase, left, removedAt } }: { rehearsal: RehearsalStanding }) {
  const text = useText();
  const format = useFormat();
  const at = removedAt === null ? '' : format.dateTime(removedAt);
  const words = () => {
    if (phase === 'running') return text(messages.bringingUp);
    if (phase === 'removing') return text(messages.removing);
    return text(left.length === 0 ? messages.removed : messages.removedBut, { at });
  };
  const leftWords = ({ kind, name, state, until, message }: RehearsalLeft) => {
    const named = { kind: text(leftKinds[kind]), name };
    if (state === 'unseen' || state === 'firewalled') return text(messages[state], named);
    if (state === 'left') return text(messages.left, { ...named, message: message ?? '' });
    if (kind === 'backup-item' && until !== null) return text(messages.backupDeleted, { ...named, until: format.dateTime(until) });
    return until === null
      ? text(messages.softDeletedUnseen, named)
      : text(messages.softDeleted, { ...named, until: format.dateTime(until) });
  };
  const keptWords = ({ account, count, until }: KeptFiles) =>
    until === null
      ? text(messages.filesKeptAsVersions, { account, count })
      : text(messages.filesKept, { account, count, until: format.dateTime(until) });
  return (
    <>
      <p className="of-screen">
        <TextLink to={paths.recoveryPlan({ planId: of })}>{text(messages.openPlan)}</TextLink>
      </p>
      <output>
        <p>{words()}</p>
        {phase === 'removed' && left.length > 0 && (
          <ul>
            {left
              .filter((one) => !isKeptFile(one))
              .map((one) => (
                <li key={`${one.kind} ${one.name}`}>{leftWords(one)}</li>
              ))}
            {keptFiles(left).map((kept) => (
              <li key={kept.account}>{keptWords(kept)}</li>
            ))}
            {untoldFiles(left).map((untold) => (
              <li key={`${untold.account} untold`}>{text(messages.filesUntold, untold)}</li>
            ))}
          </ul>
        )}
      </output>
    </>
  );
}
