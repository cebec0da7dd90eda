import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  code: { de: 'Code {code}', en: 'Code {code}' },
  toHelp: { de: 'Mehr dazu in der Problembehandlung', en: 'More in troubleshooting' },
});
