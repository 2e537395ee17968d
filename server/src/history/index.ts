export { exampleOuladCommand, importHistoryCommand } from './history-command.js';
