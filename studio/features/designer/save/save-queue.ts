import type { PlanDocument } from '../store/plan-document';

/** What somebody else saved meanwhile. */
export interface OtherSave {
  revision: number;
  at: string;
  by?: string;
  document: PlanDocument;
}

export type SaveResult =
  | { kind: 'saved'; revision: number; at: string }
  /** The draft on the server is not the one these edits began from. */
  | { kind: 'stale'; theirs: OtherSave }
  /** The server understood and refused; trying the same again gives the same. */
  | { kind: 'refused'; message: string }
  /** It may never have arrived; trying again is safe because of the expected revision. */
  | { kind: 'unreachable' };

export type SaveState =
  | { kind: 'saved'; at: string | undefined }
  | { kind: 'unsaved'; changes: number }
  | { kind: 'saving'; changes: number }
  | { kind: 'failed'; changes: number; reason: 'unreachable' | 'refused'; message?: string }
  | { kind: 'stale'; changes: number; theirs: OtherSave };

export interface Timers {
  /** Calls back after this many milliseconds; answers what cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

export interface SaveQueueSettings {
  send(document: PlanDocument, expectedRevision: number): Promise<SaveResult>;
  timers: Timers;
  revision: number;
  savedAt: string | undefined;
  onState(state: SaveState): void;
  /** The saved document, for keeping copies of unsaved ones. */
  onSaved?(document: PlanDocument): void;
}

export const IDLE_MS = 1500;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;

/** Pause before the n-th retry (from 0): doubled each time up to a minute. */
export const retryAfter = (attempt: number): number => Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt);

/**
 * Saves one plan: one request at a time, always the newest document, never on top of somebody else's.
 * Edits made while a save is in flight stay unsaved and are sent after it.
 */
export class SaveQueue {
  #document: PlanDocument | undefined;
  /** Edits that no answer of the server covers yet. */
  #changes = 0;
  #revision: number;
  #savedAt: string | undefined;
  #inFlight = false;
  #attempt = 0;
  #cancel: (() => void) | undefined;
  #problem: Extract<SaveState, { kind: 'failed' | 'stale' }> | undefined;
  #stopped = false;
  readonly #settings: SaveQueueSettings;

  constructor(settings: SaveQueueSettings) {
    this.#settings = settings;
    this.#revision = settings.revision;
    this.#savedAt = settings.savedAt;
  }

  /** Revision of the draft that the next save is based on. */
  get revision(): number {
    return this.#revision;
  }

  get state(): SaveState {
    const changes = this.#changes;
    if (this.#problem) return { ...this.#problem, changes };
    if (this.#inFlight) return { kind: 'saving', changes };
    return changes > 0 ? { kind: 'unsaved', changes } : { kind: 'saved', at: this.#savedAt };
  }

  /** The document changed once more. It is saved after a pause, so that typing is not a request a letter. */
  changed(document: PlanDocument): void {
    this.#document = document;
    this.#changes += 1;
    if (this.#problem?.kind !== 'stale') {
      if (this.#problem?.reason === 'refused') this.#problem = undefined;
      if (!this.#problem) this.#schedule(IDLE_MS);
    }
    this.#tell();
  }

  /** Saves now what is unsaved: Ctrl+S, leaving the page, publishing. Resolves when nothing is in flight. */
  async flush(): Promise<SaveState> {
    if (this.#problem?.kind === 'failed') this.#problem = undefined;
    while (!this.#stopped && !this.#problem && (this.#inFlight || this.#changes > 0)) await this.#save();
    return this.state;
  }

  /** Overwrites what the other person saved, knowingly: the next save expects their revision. */
  async overwrite(): Promise<SaveState> {
    if (this.#problem?.kind !== 'stale') return this.state;
    this.#revision = this.#problem.theirs.revision;
    this.#problem = undefined;
    return this.flush();
  }

  /** The other person's draft takes the place of ours; nothing of ours is left to save. */
  takeTheirs(): OtherSave | undefined {
    if (this.#problem?.kind !== 'stale') return undefined;
    const { theirs } = this.#problem;
    this.#problem = undefined;
    this.#revision = theirs.revision;
    this.#savedAt = theirs.at;
    this.#changes = 0;
    this.#document = undefined;
    this.#tell();
    return theirs;
  }

  /** No request and no timer after this. */
  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
  }

  #running: Promise<void> | undefined;

  #save(): Promise<void> {
    this.#running ??= this.#send().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #send(): Promise<void> {
    const document = this.#document;
    if (!document || this.#changes === 0 || this.#stopped) return;
    this.#cancel?.();
    const covered = this.#changes;
    this.#inFlight = true;
    this.#tell();
    const result = await this.#settings
      .send(document, this.#revision)
      .catch((): SaveResult => ({ kind: 'unreachable' }));
    this.#inFlight = false;
    this.#settle(result, document, covered);
    this.#tell();
  }

  #settle(result: SaveResult, document: PlanDocument, covered: number): void {
    switch (result.kind) {
      case 'saved':
        this.#revision = result.revision;
        this.#savedAt = result.at;
        this.#changes -= covered;
        this.#attempt = 0;
        this.#problem = undefined;
        if (this.#changes > 0) this.#schedule(IDLE_MS);
        else this.#settings.onSaved?.(document);
        return;
      case 'stale':
        this.#problem = { kind: 'stale', changes: this.#changes, theirs: result.theirs };
        return;
      case 'refused':
        this.#problem = { kind: 'failed', changes: this.#changes, reason: 'refused', message: result.message };
        // What was typed during the request may have fixed it.
        if (this.#changes > covered) {
          this.#problem = undefined;
          this.#schedule(IDLE_MS);
        }
        return;
      case 'unreachable':
        this.#problem = { kind: 'failed', changes: this.#changes, reason: 'unreachable' };
        this.#schedule(retryAfter(this.#attempt));
        this.#attempt += 1;
        return;
      default: {
        const unknown: never = result;
        throw new Error(`Unknown result: ${String(unknown)}`);
      }
    }
  }

  #schedule(milliseconds: number): void {
    this.#cancel?.();
    this.#cancel = this.#settings.timers.after(milliseconds, () => void this.#save());
  }

  #tell(): void {
    if (!this.#stopped) this.#settings.onState(this.state);
  }
}
