import { translated } from '../azure/connection/failures';
import { getItemOfMachine } from '../azure/items/get-item';
import { listAllItems, listItems, listItemsWithMachines } from '../azure/items/items';
import { scopeOf } from '../azure/machines/resource-graph';
import { backUpNow, bringBack, resumeWith, stop } from '../workflows/item-commands/item-commands';
import { api } from './api';
import { ofVault } from './of-vault';

export const items = {
  list: api.items.list.handler(({ context, input }) => ofVault(context.azure, input, listItems(context.azure, input))),
  listAll: api.items.listAll.handler(({ context, input }) =>
    translated(
      'subscription-not-found',
      'vaultName' in input ? listItemsWithMachines(context.azure, input) : listAllItems(context.azure, scopeOf(input.managementGroup)),
    ),
  ),
  get: api.items.get.handler(({ context, input }) => translated('item-not-found', getItemOfMachine(context.azure, input))),
  backUpNow: api.items.backUpNow.handler(({ context: { azure, services }, input: { intentId, retainUntil, ...path } }) =>
    translated('item-not-found', backUpNow(services.once, azure, intentId, path, retainUntil)),
  ),
  stop: api.items.stop.handler(({ context, input: { data, ...path } }) => translated('item-not-found', stop(context.azure, path, data))),
  resume: api.items.resume.handler(({ context, input: { policyName, ...path } }) =>
    translated('item-not-found', resumeWith(context.azure, path, policyName)),
  ),
  undelete: api.items.undelete.handler(({ context, input }) => translated('item-not-found', bringBack(context.azure, input))),
};
