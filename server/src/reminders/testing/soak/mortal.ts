import type { Tx } from '../../../database/sql.js';
import type { ReminderDeps } from '../../ports.js';

/** The process that did this is dead: nothing that it had under way has happened. */
export class Killed extends Error {}

/** A process that may die before each commit, after it, before a call to a provider, and after it. What is dead does nothing any more. */
export function mortal(deps: ReminderDeps, dies: () => boolean): ReminderDeps {
  let isDead = false;
  const point = (): void => {
    isDead ||= dies();
    if (isDead) throw new Killed('killed');
  };
  const within =
    <T, Open extends Tx>(work: (tx: Open) => Promise<T>) =>
    async (tx: Open): Promise<T> => {
      const value = await work(tx);
      point();
      return value;
    };
  const { database, channels } = deps;
  return {
    ...deps,
    database: {
      work: async (work) => {
        point();
        const value = await database.work(within(work));
        point();
        return value;
      },
      look: (work) => database.look(within(work)),
      lookUp: (statement, parameters) => database.lookUp(statement, parameters),
    },
    channels: {
      ...channels,
      send: async (channel, delivery) => {
        point();
        const outcome = await channels.send(channel, delivery);
        point();
        return outcome;
      },
      settle: async (channel, refs) => {
        point();
        return channels.settle(channel, refs);
      },
    },
  };
}
