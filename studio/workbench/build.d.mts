/** Where the built stories are. */
export const SHOWN: string;
/** Installs Storybook in its own folder where it is missing or another version; rejects where there is no registry. */
export function installWorkbench(): Promise<void>;
/** Builds the stories as pages that need no server but one for files. */
export function buildWorkbench(): Promise<void>;
/** Opens the stories, and draws them again when a file changes. */
export function openWorkbench(parameters: string[]): Promise<void>;
