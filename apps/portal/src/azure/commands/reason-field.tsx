import { Input, makeStyles } from '@fluentui/react-components';
import { LONGEST_REASON } from '@tresor/contracts/limits';
import { useEffect, useState } from 'react';
import { commandReason } from '../../api/reason';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';
import { QuietButton } from '../../ui/actions/buttons';
import { focusOnArrival } from '../../ui/focus-on-arrival';

const messages = defineMessages({
  give: { de: 'Grund oder Ticket angeben', en: 'Give a reason or ticket' },
  label: { de: 'Grund oder Ticketnummer', en: 'Reason or ticket number' },
  first: { de: 'Geben Sie zuerst einen Grund oder eine Ticketnummer an.', en: 'Give a reason or a ticket number first.' },
});

const useStyles = makeStyles({ input: { minWidth: '120px', width: '230px', maxWidth: '100%' } });

/** Why a command cannot be given yet; undefined when it can. */
export function useReasonFirst(): string | undefined {
  const text = useText();
  const reason = commandReason.use();
  return commandReason.isRequired && reason.trim() === '' ? text(messages.first) : undefined;
}

/** The reason or ticket number that goes with what is commanded here. Where none is asked for, it stands behind a word. */
export function ReasonField() {
  const styles = useStyles();
  const text = useText();
  const reason = commandReason.use();
  const [asked, setAsked] = useState(false);
  const [isShown, setShown] = useState(commandReason.isRequired || reason !== '');
  // Once there it stays, or anyone who deletes one number for another would lose the place to write.
  if (!isShown && reason !== '') setShown(true);
  useEffect(() => (isShown ? commandReason.show() : undefined), [isShown]);
  const open = () => {
    setAsked(true);
    setShown(true);
  };
  if (!isShown) {
    return <QuietButton onClick={open}>{text(messages.give)}</QuietButton>;
  }
  return (
    <Input
      {...(asked && { ref: focusOnArrival })}
      className={styles.input}
      aria-label={text(messages.label)}
      placeholder={text(messages.label)}
      maxLength={LONGEST_REASON}
      autoComplete="off"
      required={commandReason.isRequired}
      value={reason}
      onChange={(_, { value }) => commandReason.set(value)}
    />
  );
}
