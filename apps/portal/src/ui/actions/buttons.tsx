import { Button, makeStyles, mergeClasses, tokens, type ButtonProps } from '@fluentui/react-components';
import { useId, type MouseEventHandler, type ReactNode, type RefCallback } from 'react';
import { useWordButtonStyles } from '../word-button.styles';

const useStyles = makeStyles({
  button: { minWidth: '81px', minHeight: '26px', fontWeight: 400 },
  unavailable: { border: '1px solid #8b8b8b' },
  reason: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, flexShrink: 1, minWidth: 0 },
  unseen: { display: 'none' },
  quiet: { fontSize: tokens.fontSizeBase200, textAlign: 'start', ':hover': { textDecorationLine: 'underline' } },
});

interface ReasonedButtonProps {
  ref?: RefCallback<HTMLElement> | undefined;
  children: ReactNode;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  type?: 'button' | 'submit';
  /** Why the button cannot be used now; undefined when it can. */
  reason?: string | undefined;
  icon?: NonNullable<ButtonProps['icon']>;
}

function ReasonedButton({
  reason,
  children,
  appearance,
  showReason,
  ...rest
}: ReasonedButtonProps & { appearance: 'primary' | 'secondary'; showReason: boolean }) {
  const styles = useStyles();
  const reasonId = useId();
  const unavailable = reason !== undefined;
  return (
    <>
      <Button
        {...rest}
        appearance={appearance}
        className={mergeClasses(styles.button, unavailable && styles.unavailable)}
        disabledFocusable={unavailable}
        {...(unavailable && { 'aria-describedby': reasonId, title: reason })}
      >
        {children}
      </Button>
      {unavailable && (
        <span id={reasonId} className={showReason ? styles.reason : styles.unseen}>
          {reason}
        </span>
      )}
    </>
  );
}

/** A command is given once, however often it is clicked in one go: the second click of a double click means nothing. */
const once =
  (onClick: ReasonedButtonProps['onClick']): MouseEventHandler<HTMLButtonElement> =>
  (event) => {
    if (event.detail > 1) event.preventDefault();
    else onClick?.(event);
  };

/** The button that does what the blade is for. */
export const PrimaryButton = ({ onClick, ...props }: ReasonedButtonProps) => (
  <ReasonedButton {...props} onClick={once(onClick)} appearance="primary" showReason={false} />
);

/** The primary button at the left of a blade's footer; while it cannot be used, the reason stands beside it. */
export const FooterButton = ({ onClick, ...props }: ReasonedButtonProps) => (
  <ReasonedButton {...props} onClick={once(onClick)} appearance="primary" showReason />
);

export const PlainButton = (props: ReasonedButtonProps) => <ReasonedButton {...props} appearance="secondary" showReason={false} />;

/** Something beside what the blade is for, in words that can be pressed; not by the second click on a command that stood there for the first. */
export function QuietButton({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  const styles = useStyles();
  const shared = useWordButtonStyles();
  return (
    <button type="button" className={mergeClasses(shared.button, styles.quiet)} onClick={once(onClick)}>
      {children}
    </button>
  );
}
