import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { focusOnArrival } from '../focus-on-arrival';
import { InfoBox } from './info-box';

interface QuestionBoxProps {
  question: string;
  /** What Escape answers; undefined while the answer is on its way. */
  onNo: (() => void) | undefined;
  /** The answers. */
  children: ReactNode;
}

/** Asks once more. It takes the focus when it comes, and gives it back to what asked for it when it goes; so does a question in its place. */
export const QuestionBox = (props: QuestionBoxProps) => <Asked key={props.question} {...props} />;

function Asked({ question, onNo, children }: QuestionBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [opener] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const { current } = box;
    return () => {
      const isInside = current?.contains(document.activeElement) === true;
      if (isInside && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [opener]);
  return (
    <InfoBox>
      <div ref={box} role="presentation" onKeyDown={({ key, defaultPrevented }) => key === 'Escape' && !defaultPrevented && onNo?.()}>
        <p ref={focusOnArrival} tabIndex={-1}>
          {question}
        </p>
        {children}
      </div>
    </InfoBox>
  );
}
