import { type Problem, problemOf, propertyName } from '../definition/index.js';

/** Why a command could not be carried out. The definition is unchanged. */
export class CommandRefusal {
  constructor(readonly problem: Problem) {}
}

export const unknownKey = (path: readonly string[], key: string): CommandRefusal =>
  new CommandRefusal(
    problemOf(
      'unknown-key',
      path,
      `计划里没有「${key}」，它可能已被删除；重新载入计划后再试。`,
      `The plan has no “${key}”, somebody may have removed it; load the plan again and repeat the edit.`,
    ),
  );

export const duplicateKey = (path: readonly string[], key: string): CommandRefusal =>
  new CommandRefusal(
    problemOf(
      'duplicate-key',
      path,
      `「${key}」已被占用，换一个标识。`,
      `The key “${key}” is taken; choose another one.`,
    ),
  );

export const notEditable = (path: readonly string[], name: string): CommandRefusal =>
  new CommandRefusal(
    problemOf(
      'unknown-property',
      path,
      `「${propertyName(name).zh}」不能这样修改，用它自己的命令。`,
      `“${propertyName(name).en}” cannot be changed this way; use the command made for it.`,
    ),
  );
