import type { Restore, RestoreStep } from '@tresor/contracts';
import { useState } from 'react';
import { useText } from '../../../language/use-text';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { triedMessages as messages } from './tried-messages';

/** A step that did not help is sent once more only by a person who says that something has changed since. */
export function useSecondTry(restore: Restore | undefined, step: RestoreStep) {
  const text = useText();
  const [confirmed, setConfirmed] = useState(false);
  const wasTried = restore?.tried.some((one) => one.step === step) ?? false;
  return {
    box: wasTried && <CheckboxField label={text(messages.confirm)} checked={confirmed} onChange={setConfirmed} />,
    reason: wasTried && !confirmed ? text(messages.confirmFirst) : undefined,
    /** It was sent: should that not help either, it takes a reason once more. */
    sent: () => setConfirmed(false),
  };
}
