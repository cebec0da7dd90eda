import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  unreadable: {
    de: '{missing, number} von {total, plural, one {# Abonnement} other {# Abonnements}} können Sie nicht vollständig lesen: {names}. Was darin liegt, kann hier fehlen.',
    en: 'You can’t fully read {missing, number} of {total, plural, one {# subscription} other {# subscriptions}}: {names}. What’s in there may be missing here.',
  },
  managementGroup: { de: 'Verwaltungsgruppe', en: 'Management group' },
  allSubscriptions: { de: 'Alle Abonnements', en: 'All subscriptions' },
  andMore: { de: '{count, number} weitere', en: '{count, number} more' },
  sightUnknown: {
    de: 'Ob Sie alle Abonnements vollständig lesen dürfen, war nicht festzustellen. Hier kann etwas fehlen.',
    en: 'It couldn’t be determined whether you can read all subscriptions in full. Something may be missing here.',
  },
});
