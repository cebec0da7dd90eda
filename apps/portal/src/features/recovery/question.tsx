import { makeStyles } from '@fluentui/react-components';
import { ReasonField, useReasonFirst } from '../../azure/commands/reason-field';
import { useText } from '../../language/use-text';
import { PlainButton, PrimaryButton } from '../../ui/actions/buttons';
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
}

/** Asks once more before something ends. */
export function Question({ question, yes, onYes, onNo, pending, whyNot }: QuestionProps) {
  const styles = useStyles();
  const text = useText();
  const reasonFirst = useReasonFirst();
  const sending = pending ? text(messages.sending) : undefined;
  return (
    <QuestionBox question={question}>
      <div className={styles.buttons}>
        <PrimaryButton onClick={onYes} reason={sending ?? whyNot ?? reasonFirst}>
          {yes}
        </PrimaryButton>
        <PlainButton onClick={onNo} reason={sending}>
          {text(messages.no)}
        </PlainButton>
        <ReasonField />
      </div>
    </QuestionBox>
  );
}
