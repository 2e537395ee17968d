export interface CommandLine {
  /** Where the command runs: the plugin's folder. */
  folder: string;
  /** What is no flag, in order. */
  words: readonly string[];
  /** `--name` and `--name=value`, by their name. */
  flags: ReadonlyMap<string, string>;
  say(line: string): void;
}

export type Command = (line: CommandLine) => Promise<void>;
