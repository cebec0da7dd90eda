import { defineMessages } from '../../../language/messages';

export const messages = defineMessages({
  gone: {
    de: '{count, plural, one {Einer der Computer, die hier gesichert werden, fehlt: {names}.} other {# der Computer, die hier gesichert werden, fehlen: {names}.}}',
    en: '{count, plural, one {One of the virtual machines backed up here is missing: {names}.} other {# of the virtual machines backed up here are missing: {names}.}}',
  },
});
