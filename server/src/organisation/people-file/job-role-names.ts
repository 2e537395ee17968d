import { nameKey } from '@planwright/schema/tables';
import type { KnownWorkspace } from './known-workspace.js';

/** Job roles as people write them: by key, or by their title in any language. */
export class JobRoleNames {
  readonly #keys: ReadonlySet<string>;
  readonly #byTitle: ReadonlyMap<string, string>;

  constructor({ jobRoles }: Pick<KnownWorkspace, 'jobRoles'>) {
    this.#keys = new Set(jobRoles.map(({ key }) => key));
    // Of two with one title the first by key is taken: each time the same.
    this.#byTitle = new Map(
      jobRoles
        .toReversed()
        .flatMap(({ key, titles }) => Object.values(titles).map((title) => [nameKey(title), key] as const)),
    );
  }

  /** The key; undefined = there is none yet. */
  find(text: string): string | undefined {
    return this.#keys.has(text) ? text : this.#byTitle.get(nameKey(text));
  }
}
