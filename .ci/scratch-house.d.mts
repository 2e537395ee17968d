/** The folder of the repository. */
export const root: string;

/** A copy of the sources, in which a test adds something by the steps that a page describes. */
export interface ScratchHouse {
  /** Compiles a package; answers the files with errors. */
  compile(room: string, settings?: string, more?: string[]): string[];
  change(file: string, edit: (text: string) => string): void;
  write(file: string, text: string): void;
  /** Runs a program in a package; answers what it printed, and throws where it fails. */
  run(room: string, program: string, parameters: string[]): string;
  remove(): void;
}

/** The sources as they are, with everybody's packages and no built plan language or server. */
export function copyHouse(name: string): ScratchHouse;

/** A block of code that a page shows under a name, without its indentation. */
export function codeOf(page: string, name: string): string;
