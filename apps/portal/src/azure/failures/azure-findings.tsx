import { makeStyles, tokens } from '@fluentui/react-components';
import type { AzureFinding, JobDetails } from '@tresor/contracts';
import { azureCodeWords } from '../../words/azure-codes';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { AzureWords } from '../../ui/feedback/azure-words';
import { TextLink } from '../../ui/actions/text-link';
import { messages } from './messages';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  error: { padding: '8px 0', overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  line: { margin: '4px 0' },
  code: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface Findings extends Pick<JobDetails, 'machine'> {
  findings: readonly AzureFinding[];
}

/** What is wrong and what to do: in our words where the code is known, and always as Azure said it. */
export function AzureFindings({ findings, machine }: Findings) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.title} ${finding.message}`} className={styles.error}>
          <FindingWords {...finding} machine={machine} />
        </li>
      ))}
    </ul>
  );
}

function FindingWords({ code, title, message, recommendations, machine }: AzureFinding & Pick<JobDetails, 'machine'>) {
  const styles = useStyles();
  const text = useText();
  const path = useVaultPath();
  const known = [title, String(code)].find((word) => azureCodeWords(word) !== null);
  const words = known === undefined ? null : azureCodeWords(known);
  return (
    <>
      <div className={styles.title}>{words === null ? title : text(words.reason)}</div>
      {words !== null && <p className={styles.line}>{text(words.remedy)}</p>}
      <div className={styles.line}>
        <AzureWords message={message} />
      </div>
      {recommendations.length > 0 && (
        <ul>
          {recommendations.map((recommendation) => (
            <li key={recommendation}>
              <AzureWords message={recommendation} advice />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.code}>
        {code !== null && text(messages.code, { code: String(code) })} {title !== '' && words !== null && title}
      </div>
      {known !== undefined && (
        <TextLink to={paths.helpEntry(path, [known], machine === null ? {} : { machine })}>{text(messages.toHelp)}</TextLink>
      )}
    </>
  );
}
