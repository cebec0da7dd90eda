import { defineMessages } from '../../language/messages';
import { type EstateScope, saidOf } from './use-estate-scope';

const messages = defineMessages({
  anywhere: { de: 'Es gibt keinen virtuellen Computer, den Sie sehen dürfen.', en: 'There are no virtual machines that you can see.' },
  inGroup: {
    de: 'In dieser Verwaltungsgruppe gibt es keinen virtuellen Computer, den Sie sehen dürfen.',
    en: 'There are no virtual machines in this management group that you can see.',
  },
});

/** Where a list of all machines has none. */
export const noMachines = (scope: Pick<EstateScope, 'managementGroup'>) => saidOf(scope, messages.anywhere, messages.inGroup);
