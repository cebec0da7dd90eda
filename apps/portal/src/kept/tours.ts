import { storedChoice, type StoredChoice } from './stored-choice';

/** The tours there are, each with how many steps it may have at most. */
const LONGEST = 12;
export const TOUR_IDS = ['backup', 'restore', 'greenfield'] as const;
export type TourId = (typeof TOUR_IDS)[number];

/** The tour that is open; one that is put away keeps its step. */
export const openTour = storedChoice('tresor.tour', ['none', ...TOUR_IDS], () => 'none');

const PLACES = ['new', ...Array.from({ length: LONGEST }, (_, step) => `${step}`)];
const placeIn = (id: TourId) => storedChoice(`tresor.tour.${id}`, PLACES, () => 'new');

/** How far each has come: `new`, or the number of the step that comes next. */
export const tourPlaces: Readonly<Record<TourId, StoredChoice<string>>> = {
  backup: placeIn('backup'),
  restore: placeIn('restore'),
  greenfield: placeIn('greenfield'),
};
