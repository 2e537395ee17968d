import { lexicographicSortSchema, printSchema } from 'graphql';
import { accessRoom } from '../access/room.js';
import { boardsRoom } from '../boards/room.js';
import { enrolmentsRoom } from '../enrolments/room.js';
import { experimentsRoom } from '../experiments/room.js';
import { filesRoom } from '../files/room.js';
import { inboxRoom } from '../inbox/room.js';
import { organisationRoom } from '../organisation/room.js';
import { outcomesRoom } from '../outcomes/room.js';
import { plansRoom } from '../plans/room.js';
import { pluginsRoom } from '../plugins/room.js';
import { remindersRoom } from '../reminders/room.js';
import { reportsRoom } from '../reports/room.js';
import { sandboxRoom } from '../sandbox/room.js';
import { buildApiSchema } from './schema.js';

/** The schema of all rooms as text, sorted: what `schema/schema.graphql` holds. Nothing is started for it. */
export function printedSchema(): string {
  const rooms = [
    accessRoom(neverUsed(), neverUsed()),
    filesRoom(neverUsed()),
    organisationRoom(neverUsed()),
    pluginsRoom(neverUsed()),
    plansRoom(neverUsed()),
    enrolmentsRoom(neverUsed()),
    boardsRoom(neverUsed(), neverUsed()),
    inboxRoom(neverUsed()),
    remindersRoom(neverUsed(), neverUsed()),
    sandboxRoom(neverUsed()),
    outcomesRoom(neverUsed(), neverUsed()),
    experimentsRoom(neverUsed()),
    reportsRoom(neverUsed()),
  ];
  return `${printSchema(lexicographicSortSchema(buildApiSchema(rooms)))}\n`;
}

/** Stands for what resolvers need to run: here none runs. It may be handed on, and fails when it is called. */
function neverUsed<T extends object>(): T {
  const stand: object = new Proxy(() => undefined, {
    get: () => stand,
    apply: () => {
      throw new Error('a schema that is printed runs nothing');
    },
  });
  return stand as T;
}
