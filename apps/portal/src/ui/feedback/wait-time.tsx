import { useEffect, useState } from 'react';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { messages } from '../messages';

/** Counts down what Azure or the server asks to wait. A screen reader is told once, not every second. */
export function WaitTime({ seconds }: { seconds: number }) {
  const text = useText();
  const format = useFormat();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(left);
      if (left === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <div role="timer" aria-live="off">
      {left > 0 ? text(messages.waitTime, { time: format.duration(left) }) : text(messages.waitOver)}
    </div>
  );
}
