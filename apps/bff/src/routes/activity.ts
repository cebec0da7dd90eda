import { listActivity } from '../azure/activity/list-activity';
import { translated } from '../azure/connection/failures';
import { api } from './api';

export const activity = {
  list: api.activity.list.handler(({ context: { azure }, input: { days = 7, ...vault } }) =>
    translated('vault-not-found', listActivity(azure, vault, days)),
  ),
};
