import type { ComponentProps, ReactNode } from 'react';
import { FooterButton } from '../../ui/actions/buttons';
import { ReasonField, useReasonFirst } from './reason-field';

interface CommandButtonProps extends ComponentProps<typeof FooterButton> {
  /** Whatever is entered, there is nothing to command: nobody is asked why. */
  isBarred?: boolean;
  /** Another button. */
  beside?: ReactNode;
}

/** The button of a footer that changes something in Azure, with the reason that goes with it. */
export function CommandButton({ reason, isBarred = false, beside, ...props }: CommandButtonProps) {
  const reasonFirst = useReasonFirst();
  return (
    <>
      <FooterButton {...props} reason={reason ?? reasonFirst} />
      {beside}
      {!isBarred && <ReasonField />}
    </>
  );
}
