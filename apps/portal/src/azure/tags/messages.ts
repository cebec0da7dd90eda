import { defineMessages } from '../../language/messages';

export const tagMessages = defineMessages({
  addedTags: { de: 'Weitere Tags', en: 'More tags' },
  addTag: { de: 'Tag hinzufügen', en: 'Add a tag' },
  tagName: { de: 'Name des Tags', en: 'Tag name' },
  tagValue: { de: 'Wert', en: 'Value' },
  removeTag: { de: 'Entfernen', en: 'Remove' },
  mostTags: { de: 'Höchstens 10 Tags lassen sich hinzufügen.', en: 'At most 10 tags can be added.' },
  tagNameMissing: { de: 'Geben Sie dem Tag einen Namen.', en: 'Give the tag a name.' },
  tagCharacters: {
    de: 'Diese Zeichen sind im Namen eines Tags nicht erlaubt: < > % & \\ ? /',
    en: 'A tag name can’t contain these characters: < > % & \\ ? /',
  },
  tagReserved: {
    de: 'Tags, deren Namen mit microsoft, azure oder windows anfangen, vergibt nur Azure; tresor-restore und tresor-isolation vergibt nur Tresor.',
    en: 'Only Azure gives tags whose names start with microsoft, azure, or windows; only Tresor gives tresor-restore and tresor-isolation.',
  },
  tagTooLong: {
    de: 'Der Name eines Tags darf höchstens 512 Zeichen lang sein, sein Wert höchstens 256.',
    en: 'A tag name can have at most 512 characters, its value at most 256.',
  },
  tagTwice: { de: 'Dieses Tag steht schon da.', en: 'This tag is already listed.' },
});
