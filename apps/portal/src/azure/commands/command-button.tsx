import type { ComponentProps, ReactNode } from 'react';
import { FooterButton } from '../../ui/actions/buttons';
import { ReasonField } from './reason-field';
import { type Sendable, useSending } from './use-sending';

interface CommandButtonProps
  extends Omit<ComponentProps<typeof FooterButton>, 'onClick' | 'reason'>, Pick<Sendable, 'reason' | 'failed' | 'entries'> {
  onClick: () => void;
  /** Whatever is entered, there is nothing to command: nobody is asked why. */
  isBarred?: boolean;
  /** Another button. */
  beside?: ReactNode;
}

/** The button that changes something in Azure, with why that would fail again, and with the reason that goes with it. */
export function CommandButton({ onClick, reason, failed, entries, isBarred = false, beside, ...props }: CommandButtonProps) {
  const sending = useSending({ send: onClick, reason, failed, entries });
  return (
    <>
      <FooterButton {...props} onClick={sending.send} reason={sending.reason} />
      {sending.again}
      {beside}
      {!isBarred && <ReasonField />}
    </>
  );
}
