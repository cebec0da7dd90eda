import type { ComponentProps } from 'react';
import { FooterButton } from '../../ui/actions/buttons';
import { ReasonField, useReasonFirst } from './reason-field';

/** The button of a footer that changes something in Azure, with the reason that goes with it. */
export function CommandButton({ reason, ...props }: ComponentProps<typeof FooterButton>) {
  const reasonFirst = useReasonFirst();
  return (
    <>
      <FooterButton {...props} reason={reason ?? reasonFirst} />
      <ReasonField />
    </>
  );
}
