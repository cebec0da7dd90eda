import { useQuery } from '@tanstack/react-query';
import { Blade } from '../../blades/blade';
import { useText } from '../../i18n/use-text';
import { zoneTableQuery } from '../../time-zones/use-zone';
import { messages } from './messages';
import { PolicyFormBlade } from './policy-form-blade';

export default function CreatePolicy() {
  const text = useText();
  const { data: zones, error } = useQuery(zoneTableQuery());
  if (zones === undefined) return <Blade title={text(messages.newTitle)} size="medium" busy={error === null} problem={error} />;
  return <PolicyFormBlade zones={zones} />;
}
