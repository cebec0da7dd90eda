import { listActivity } from '../azure/activity/list-activity';
import { translated } from '../azure/connection/failures';
import { findCommands } from '../workflows/record/find-commands';
import { listCommands } from '../workflows/record/read-record';
import { api } from './api';

export const activity = {
  list: api.activity.list.handler(({ context: { azure }, input: { days = 7, ...vault } }) =>
    translated('vault-not-found', listActivity(azure, vault, days)),
  ),
  commands: api.activity.commands.handler(({ context: { azure, services }, input: { days = 7, ...vault } }) =>
    translated('vault-not-found', listCommands(services.record, azure, vault, days)),
  ),
  find: api.activity.find.handler(({ context: { azure, services }, input: { reason } }) =>
    translated('subscription-not-found', findCommands(services.record, azure, reason)),
  ),
};
