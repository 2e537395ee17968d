import { type Problem, problemOf, propertyName } from '../definition/index.js';
import { say } from './generated/messages.js';

/** Why a command could not be carried out. The definition is unchanged. */
export class CommandRefusal {
  constructor(readonly problem: Problem) {}
}

export const unknownKey = (path: readonly string[], key: string): CommandRefusal =>
  new CommandRefusal(problemOf('unknown-key', path, say('refusal.planNoSomebody', { key })));

export const duplicateKey = (path: readonly string[], key: string): CommandRefusal =>
  new CommandRefusal(problemOf('duplicate-key', path, say('refusal.keyTakenChoose', { key })));

export const notEditable = (path: readonly string[], name: string): CommandRefusal =>
  new CommandRefusal(
    problemOf('unknown-property', path, say('refusal.cannotChangedWay', { name: propertyName(name) })),
  );
