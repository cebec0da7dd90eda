import { makeStyles, tokens } from '@fluentui/react-components';
import type { Language } from '../../language/language';
import { formatMessage, type Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { CopyButton } from '../../ui/actions/copy-button';
import { messages } from './messages';

const useStyles = makeStyles({
  heading: { margin: '14px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: {
    margin: '0 0 6px',
    padding: '10px 12px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface Request {
  /** What is asked for, in both languages. */
  words: Message;
  /** The same as commands, for anyone who prefers a shell. */
  cli: string;
  powerShell: string;
}

const LANGUAGES: readonly { language: Language; name: string }[] = [
  { language: 'de', name: 'Deutsch' },
  { language: 'en', name: 'English' },
];

/** A letter to anyone who can help, in both languages, with the commands that do it. */
export function RequestText({ request: { words, cli, powerShell } }: { request: Request }) {
  const letter = (language: Language) => {
    const commands = [
      `${formatMessage(language, messages.withCli)}\n${cli}`,
      `${formatMessage(language, messages.withPowerShell)}\n${powerShell}`,
    ];
    return [words[language], ...(cli === '' ? [] : commands)].join('\n\n');
  };
  return LANGUAGES.map(({ language, name }) => <Letter key={language} language={language} name={name} letter={letter(language)} />);
}

function Letter({ language, name, letter }: { language: Language; name: string; letter: string }) {
  const styles = useStyles();
  const text = useText();
  return (
    <>
      <h4 className={styles.heading}>{name}</h4>
      <section aria-label={name}>
        <pre lang={language} className={styles.text}>
          {letter}
        </pre>
      </section>
      <CopyButton value={letter} label={text(messages.copy, { language: name })} done={text(messages.copied, { language: name })} />
    </>
  );
}
