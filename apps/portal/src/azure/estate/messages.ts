import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  unreadable: {
    de: '{missing, number} von {total, plural, one {# Abonnement} other {# Abonnements}} können Sie nicht vollständig lesen: {names}. Was darin liegt, kann hier fehlen.',
    en: 'You can’t fully read {missing, number} of {total, plural, one {# subscription} other {# subscriptions}}: {names}. What’s in there may be missing here.',
  },
  silentUncertain: {
    de: '{uncertain, plural, one {Bei einem Tresor} other {Bei # Tresoren}} ist nicht festzustellen, ob Warnungen jemanden erreichen.',
    en: 'For {uncertain, plural, one {one vault} other {# vaults}}, it couldn’t be determined whether alerts reach anyone.',
  },
  whatIsShown: { de: 'Was diese Liste zeigt', en: 'What this list shows' },
  managementGroup: { de: 'Verwaltungsgruppe', en: 'Management group' },
  allSubscriptions: { de: 'Alle Abonnements', en: 'All subscriptions' },
  pairedAway: {
    de: 'Was in einer gepaarten Region läuft, kann hier fehlen (regionsübergreifende Wiederherstellung). Das zeigt die Liste des Tresors selbst:',
    en: 'What runs in a paired region may be missing here (Cross Region Restore). The vault’s own list shows it:',
  },
  pairedAwayUnread: {
    de: 'Was in einer gepaarten Region läuft, kann hier fehlen (regionsübergreifende Wiederherstellung). Das zeigt die Liste des Tresors selbst. Bei welchen Tresoren das infrage kommt, ließ sich nicht lesen.',
    en: 'What runs in a paired region may be missing here (Cross Region Restore). The vault’s own list shows it. Which vaults this concerns couldn’t be read.',
  },
  moreVaults: { de: '{count, plural, one {# weiterer} other {# weitere}}', en: '{count, number} more' },
  moreSubscriptions: { de: '{count, plural, one {# weiteres} other {# weitere}}', en: '{count, number} more' },
  sightUnknown: {
    de: 'Ob Sie alle Abonnements vollständig lesen dürfen, war nicht festzustellen. Hier kann etwas fehlen.',
    en: 'It couldn’t be determined whether you can read all subscriptions in full. Something may be missing here.',
  },
});
