import { translated } from '../azure/failures';
import { listItems } from '../azure/items';
import { api } from './api';

export const items = {
  list: api.items.list.handler(({ context, input }) => translated('vault-not-found', listItems(context.azure, input))),
};
