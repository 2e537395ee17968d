export const RUN_IN_TEST: readonly string[];
export const RUN_BY_NEWCOMER: readonly string[];
export function checkCommands(): string[];
