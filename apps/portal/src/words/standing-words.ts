import { defineMessages } from '../language/messages';

/** What is said of machines that a vault backs up and that are gone, or of which that cannot be told. */
export const standingMessages = defineMessages({
  machineGone: { de: 'Virtueller Computer fehlt', en: 'Virtual machine is missing' },
  unseen: {
    de: '{count, plural, one {Ob es diesen virtuellen Computer noch gibt, dürfen Sie nicht sehen: {names}.} other {Ob es diese # virtuellen Computer noch gibt, dürfen Sie nicht sehen: {names}.}}',
    en: '{count, plural, one {You can’t see whether this virtual machine still exists: {names}.} other {You can’t see whether these # virtual machines still exist: {names}.}}',
  },
  unread: {
    de: 'Ob es die virtuellen Computer noch gibt, ließ sich nicht lesen.',
    en: 'Whether the virtual machines still exist couldn’t be read.',
  },
});
