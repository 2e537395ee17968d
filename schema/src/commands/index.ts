export { applyCommands } from './apply-command.js';
export { COMMAND_KINDS, type Command, type CommandKind, type CommandPayload, command, type Edit } from './command.js';
export { commandsBetween } from './commands-between.js';
