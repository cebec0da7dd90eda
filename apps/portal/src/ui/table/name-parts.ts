/** So many letters find room in every column. */
export const SHORT = 12;

/** After a hyphen, a slash and the like, and before the next word of a name such as `LongTermPolicy`. */
const SEAM = /(?<=[-/@_.:])(?=.)|(?<=[a-z\d])(?=[A-Z][a-z])/;

/** The parts of a name, after each of which a line may end. */
export const partsOf = (name: string): string[] => name.split(SEAM);
