import { makeStyles } from '@fluentui/react-components';
import { CommandButton } from '../../azure/commands/command-button';
import { useText } from '../../language/use-text';
import { PlainButton } from '../../ui/actions/buttons';
import { QuestionBox } from '../../ui/feedback/question-box';
import { planMessages as messages } from './plan-messages';

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

export interface QuestionProps {
  question: string;
  yes: string;
  onYes: () => void;
  onNo: () => void;
  pending: boolean;
  /** Why it can no longer be done: it may have happened since it was asked. */
  whyNot: string | undefined;
  /** Why it failed when it was last ordered. */
  failed: unknown;
}

/** Asks once more before something ends. */
export function Question({ question, yes, onYes, onNo, pending, whyNot, failed }: QuestionProps) {
  const styles = useStyles();
  const text = useText();
  const sending = pending ? text(messages.sending) : undefined;
  return (
    <QuestionBox question={question} onNo={pending ? undefined : onNo}>
      <div className={styles.buttons}>
        <CommandButton
          onClick={onYes}
          reason={sending ?? whyNot}
          failed={failed}
          beside={
            <PlainButton onClick={onNo} reason={sending}>
              {text(messages.no)}
            </PlainButton>
          }
        >
          {yes}
        </CommandButton>
      </div>
    </QuestionBox>
  );
}
