import { makeStyles, tokens } from '@fluentui/react-components';
import { addKeyScript, decryptScript, type EncryptedTarget, type Shell, type Volumes } from '@tresor/scripts/encryption';
import { DISK_ENCRYPTION_2017, DISK_ENCRYPTION_FAQ, ENCRYPTION_2017 } from '@tresor/support-matrix';
import { useState } from 'react';
import { useDelegated } from '../../../api/use-delegated';
import { useText } from '../../../language/use-text';
import { SourceLine } from '../../../ui/feedback/source-line';
import { paths } from '../../../map/paths';
import { PlainButton } from '../../../ui/actions/buttons';
import { CodeBox } from '../../../ui/actions/code-box';
import { ShellField } from '../../../azure/commands/shell-field';
import { InfoBox } from '../../../ui/feedback/info-box';
import { TextLink } from '../../../ui/actions/text-link';
import { messages as common, remedyMessages as messages } from './messages';
import type { Remedy } from './remedy-of';

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  step: { margin: '14px 0 2px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: '6px 0' },
});

const scriptOr = (write: () => string): string | null => {
  try {
    return write();
  } catch {
    return null;
  }
};

const WHY_NO_SCRIPT = { unknown: messages.volumesUnknown, mixed: messages.volumesMixed, none: messages.volumesNone };

interface EncryptionRemedyProps {
  remedy: NonNullable<Remedy>;
  running: boolean;
  onCheckAgain: () => void;
}

/** How a machine with a BEK alone becomes one that can be backed up, with the scripts that do it. */
export function EncryptionRemedy({ remedy, running, onCheckAgain }: EncryptionRemedyProps) {
  const styles = useStyles();
  const text = useText();
  const { target, volumes } = remedy;
  const windows = target.os === 'Windows';
  const withOs = volumes === 'All' || volumes === 'OS';
  const toldBy2017 = windows ? withOs || volumes === 'Data' : withOs;
  return (
    <section aria-labelledby="encryption-remedy">
      <h3 id="encryption-remedy" className={styles.heading}>
        {text(messages.heading)}
      </h3>
      {toldBy2017 && (
        <>
          <p className={styles.line}>{text(windows ? messages.windows : messages.linux)}</p>
          <SourceLine source={windows ? ENCRYPTION_2017 : DISK_ENCRYPTION_2017} />
        </>
      )}
      {!windows && volumes !== 'none' && <p className={styles.line}>{text(messages.linuxCan)}</p>}
      <SourceLine source={DISK_ENCRYPTION_FAQ} />
      <p className={styles.line}>
        {text(messages.today)} <TextLink to={paths.settings()}>{text(messages.settings)}</TextLink>
      </p>
      <InfoBox>
        <p>{text(messages.must)}</p>
        {target.pass === 'dual' && <p>{text(messages.dual)}</p>}
      </InfoBox>
      {withOs || volumes === 'Data' ? (
        <Scripts target={target} volumes={volumes} windows={windows} />
      ) : (
        <p className={styles.line}>
          {text(WHY_NO_SCRIPT[volumes])} {volumes === 'unknown' && text(running ? common.checkLater : common.startFirst)}
        </p>
      )}
      <p className={styles.line}>{text(messages.afterwards)}</p>
      <PlainButton onClick={onCheckAgain}>{text(common.checkAgain)}</PlainButton>
    </section>
  );
}

function Scripts({ target, volumes, windows }: { target: EncryptedTarget; volumes: Volumes; windows: boolean }) {
  const styles = useStyles();
  const text = useText();
  const [chosen, setShell] = useState<Shell>('az');
  const { pass } = target;
  const isDelegated = useDelegated()(target.subscriptionId);
  const shell = pass === 'dual' ? 'powershell' : chosen;
  const addKey = scriptOr(() =>
    shell === 'az' && pass === 'single' ? addKeyScript(shell, { ...target, pass }, volumes) : addKeyScript('powershell', target, volumes),
  );
  const decrypt = windows ? scriptOr(() => decryptScript(shell, target)) : null;
  if (addKey === null) return <p className={styles.line}>{text(messages.unwritable)}</p>;
  return (
    <>
      {pass === 'dual' ? <p className={styles.line}>{text(messages.powerShellOnly)}</p> : <ShellField value={shell} onChange={setShell} />}
      <h4 className={styles.step}>{text(messages.addKey)}</h4>
      {isDelegated && <p className={styles.line}>{text(messages.addKeyOfCustomer)}</p>}
      <CodeBox label={text(messages.addKey)} code={addKey} />
      {decrypt !== null && (
        <>
          <h4 className={styles.step}>{text(messages.decrypt)}</h4>
          <CodeBox label={text(messages.decrypt)} code={decrypt} />
          <p className={styles.line}>{text(messages.decryptThen)}</p>
        </>
      )}
    </>
  );
}
