import { storedList } from '../kept/stored-list';

/** The ids of the services the user has starred. */
export const favorites = storedList('tresor.favorites');
