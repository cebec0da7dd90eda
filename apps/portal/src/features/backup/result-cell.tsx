import { makeStyles, tokens } from '@fluentui/react-components';
import type { ProtectionResult, ProtectionState } from '@tresor/contracts';
import { useCallback } from 'react';
import { groupOf } from '@tresor/support-matrix';
import type { FirstBackupFailure } from '../../azure/first-backup/first-backup-failures';
import { willFail } from '../../azure/first-backup/failure-words';
import { azureCodeWords } from '../../words/azure-codes';
import type { Message } from '../../language/messages';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { AzureWords } from '../../ui/feedback/azure-words';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { Status } from '../../words/status';
import { TextLink } from '../../ui/actions/text-link';
import { GrantLinks } from './first-backup-notice';
import { resultMessages as messages } from './result-messages';
import { useRuleWords } from '../../azure/machines/rule-explanation';

const STATES: Record<ProtectionState, readonly [Status, Message]> = {
  waiting: ['waiting', messages.waiting],
  validating: ['in-progress', messages.validating],
  enabling: ['in-progress', messages.enabling],
  protected: ['success', messages.protected],
  refused: ['error', messages.refused],
  failed: ['error', messages.failed],
  unknown: ['in-progress', messages.unknown],
  'not-started': ['warning', messages.notStarted],
};

const useStyles = makeStyles({
  details: { whiteSpace: 'normal', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightRegular },
  line: { margin: '2px 0' },
  grants: { display: 'flex', flexDirection: 'column', margin: '2px 0' },
  code: { margin: '2px 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Where a machine stands, as color and words. */
export function useStanding(): (result: ProtectionResult, failure: FirstBackupFailure | undefined) => readonly [Status, string] {
  const text = useText();
  const format = useFormat();
  return useCallback(
    ({ state }, failure) => {
      const [status, word] = STATES[state];
      return state === 'protected' && failure !== undefined ? ['warning', willFail(failure, text, format)] : [status, text(word)];
    },
    [text, format],
  );
}

/** Where one machine stands and, where it was not protected or its first backup will fail, why and what to do. */
export function ResultCell({ result, failure }: { result: ProtectionResult; failure?: FirstBackupFailure | undefined }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const [status, word] = useStanding()(result, failure);
  const { ours, azureMessage, recommendation } = useExplanation(result);
  const path = useVaultPath();
  const codes = [result.azureCode, result.ruleId].filter((code) => code !== null);
  const machine = { vmGroup: groupOf(result.vmId), vmName: result.vmName };
  return (
    <div className={styles.details}>
      <StatusBadge status={status}>{word}</StatusBadge>
      {result.state === 'protected' && failure !== undefined && (
        <div className={styles.grants}>
          <GrantLinks path={path} keyVaults={failure.lacking} />
        </div>
      )}
      {result.checkedUntil !== null && (
        <p className={styles.line}>{text(messages.checkedUntil, { time: format.dateTime(result.checkedUntil) })}</p>
      )}
      {ours.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {azureMessage !== null && (
        <div className={styles.line}>
          <AzureWords message={azureMessage} />
        </div>
      )}
      {recommendation !== null && (
        <div className={styles.line}>
          <AzureWords message={recommendation} advice />
        </div>
      )}
      {result.azureCode !== null && <p className={styles.code}>{text(messages.code, { code: result.azureCode })}</p>}
      {isElsewhere(result) && (
        <p className={styles.line}>
          <TextLink to={paths.encryptionInWizard({ ...path, ...machine })}>{text(messages.whichVault)}</TextLink>
        </p>
      )}
      {codes.length > 0 && ours.length > 0 && <TextLink to={paths.helpEntry(path, codes, { machine })}>{text(messages.toHelp)}</TextLink>}
    </div>
  );
}

/** Whether a vault has the machine already: another person, or a policy (Azure Policy), may have chosen it. */
const isElsewhere = ({ ruleId, azureCode }: ProtectionResult): boolean =>
  ruleId === 'protected-by-another-vault' || azureCode === 'VirtualMachineAlreadyProtected';

interface Explanation extends Pick<ProtectionResult, 'azureMessage' | 'recommendation'> {
  ours: readonly string[];
}

const none: Explanation = { ours: [], azureMessage: null, recommendation: null };

/** Our words where the rule or the code is known; else Azure's, as they are. */
function useExplanation({ state, ruleId, azureCode, azureMessage, recommendation }: ProtectionResult): Explanation {
  const text = useText();
  const ruleWords = useRuleWords();
  if (state !== 'refused' && state !== 'failed' && state !== 'unknown' && state !== 'not-started') return none;

  const rule = ruleId === null ? null : ruleWords(ruleId);
  if (rule !== null) return { ...none, ours: [rule.reason, rule.remedy] };
  const code = azureCode === null ? null : azureCodeWords(azureCode);
  if (code !== null) return { ...none, ours: [text(code.reason), text(code.remedy)], ...(code.named && { azureMessage }) };
  if (azureCode === null && azureMessage === null) return none;
  return { ours: [text(messages.unknownReason)], azureMessage, recommendation };
}
