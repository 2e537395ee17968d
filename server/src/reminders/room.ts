import type { ApiRoom } from '../access/graphql/index.js';
import type { DefinitionCache } from '../plans/index.js';
import type { PluginDeps } from '../plugins/index.js';
import { DeliveryResolver, ReminderSettingsResolver } from './graphql/delivery.resolver.js';
import { ReminderResolver } from './graphql/reminder.resolver.js';
import { deliveryView, occurrenceView } from './graphql/reminder-views.js';
import { findDeliveries, findOccurrences } from './reminder-records.js';

/** What is said to which people and when, and how that is set. */
export function remindersRoom(definitions: DefinitionCache, plugins: PluginDeps): ApiRoom {
  return {
    resolvers: [
      new ReminderResolver(definitions),
      new DeliveryResolver(plugins),
      new ReminderSettingsResolver(plugins),
    ],
    nodes: [
      {
        type: 'ReminderOccurrence',
        load: async ({ viewer, database }, uuid) => {
          const [record] = await database.read(viewer.scope, (tx) => findOccurrences(tx, [uuid]));
          return record ? occurrenceView(record) : null;
        },
      },
      {
        type: 'Delivery',
        load: async ({ viewer, database }, uuid) => {
          const [record] = await database.read(viewer.scope, (tx) => findDeliveries(tx, [uuid]));
          return record ? deliveryView(record) : null;
        },
      },
    ],
  };
}
export { ACCOUNT_NOTICES, AccountNotices } from './letters/account-notices.js';
export { tellOrganisation } from './notices/organisation-notices.js';
export { silenceAboutLeavers } from './plan/follow-organisation.js';
export { startReminders } from './start-reminders.js';
