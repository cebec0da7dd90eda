import { lazy, Suspense } from 'react';
import { loadPart } from '../api/load-code';
import { useText } from '../language/use-text';
import { Disclosure } from '../ui/layout/disclosure';
import type { TaughtField } from '../words/lessons';
import { messages } from './messages';

const Lesson = lazy(() => loadPart(() => import('./lesson')));

/** Below a field: why it is there. */
export function FieldLesson({ of, field }: { of: TaughtField; field: string }) {
  const text = useText();
  return (
    <div>
      <Disclosure label={text(messages.whyField)} name={text(messages.whyFieldOf, { field })}>
        <Suspense>
          <Lesson of={of} />
        </Suspense>
      </Disclosure>
    </div>
  );
}
