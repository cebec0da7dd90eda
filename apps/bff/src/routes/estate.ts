import { translated } from '../azure/connection/failures';
import { readSight } from '../azure/estate/sight';
import { api } from './api';

export const estate = {
  sight: api.estate.sight.handler(({ context: { azure } }) => translated('subscription-not-found', readSight(azure))),
};
