// Whoever loads the tables first loads classes that are read by their decorators.
import 'reflect-metadata';
import { accessEntities } from './access/entities.js';
import { boardsEntities } from './boards/entities.js';
import { enrolmentsEntities } from './enrolments/entities.js';
import { experimentsEntities } from './experiments/entities.js';
import { filesEntities } from './files/entities.js';
import { inboxEntities } from './inbox/entities.js';
import { organisationEntities } from './organisation/entities.js';
import { outcomesEntities } from './outcomes/entities.js';
import { peopleEntities } from './people/entities.js';
import { plansEntities } from './plans/entities.js';
import { pluginsEntities } from './plugins/entities.js';
import { progressEntities } from './progress/entities.js';
import { remindersEntities } from './reminders/entities.js';
import { reportsEntities } from './reports/entities.js';

/** Every table, as its room declares it. */
export const entities = [
  ...peopleEntities,
  ...accessEntities,
  ...filesEntities,
  ...organisationEntities,
  ...pluginsEntities,
  ...plansEntities,
  ...progressEntities,
  ...enrolmentsEntities,
  ...boardsEntities,
  ...inboxEntities,
  ...remindersEntities,
  ...outcomesEntities,
  ...experimentsEntities,
  ...reportsEntities,
];
