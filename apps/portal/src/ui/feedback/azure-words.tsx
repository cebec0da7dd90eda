import { makeStyles } from '@fluentui/react-components';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';
import { namedPolicyWords, readAzureMessage } from '../../words/azure-message';
import { CopyButton } from '../actions/copy-button';
import { Disclosure } from '../layout/disclosure';
import { messages } from '../messages';

interface AzureWordsProps {
  /** A sentence of Azure, which speaks English with everybody. */
  message: string;
  /** What it says to do, not what happened. */
  advice?: boolean;
}

const ownMessages = defineMessages({
  whole: { de: 'Was Azure im Wortlaut gesagt hat', en: 'What Azure said, word for word' },
});

const useStyles = makeStyles({ list: { margin: '2px 0', paddingLeft: '18px' } });

/** Azure's own words, told apart from ours; what they hold for programs stands behind a word. */
export function AzureWords({ message, advice = false }: AzureWordsProps) {
  const styles = useStyles();
  const text = useText();
  const { sentence, policies, isShortened } = readAzureMessage(message);
  const whole = text(ownMessages.whole);
  return (
    <>
      {text(advice ? messages.azureAdvises : messages.azureSays)} <q lang="en">{sentence}</q>
      {policies.length > 0 && (
        <ul className={styles.list}>
          {policies.map((policy) => (
            <li key={`${policy.scope ?? ''} ${policy.name}`}>{namedPolicyWords(policy, text)}</li>
          ))}
        </ul>
      )}{' '}
      {isShortened && (
        <Disclosure label={whole} name={whole}>
          <div lang="en">{message}</div>
          <CopyButton subtle value={message} label={text(messages.copyText)} done={text(messages.copied)} />
        </Disclosure>
      )}
    </>
  );
}
