/** The part of `localStorage` that is used. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(place: string): string | null;
  setItem(place: string, text: string): void;
  removeItem(place: string): void;
}

/** What stands at one place: when it was kept, whose it is (the answers of a survey link are nobody's), and what. */
export interface Held {
  keptAt: string;
  owner?: string;
  value: unknown;
}

/** Nothing stays longer on a device that others may use. */
export const DAYS_KEPT = 30;

const OURS = /^planwright[:_]/;

/** A full or forbidden storage must not stop anybody: what it refuses lives as long as the page. */
function quietly<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads what stands at a place. Entries of earlier versions carry no date: they count as kept now. */
function readHeld(text: string, now: Date): Held | undefined {
  const stored = quietly(() => JSON.parse(text) as unknown);
  if (stored === undefined) return undefined;
  if (!isRecord(stored) || typeof stored.keptAt !== 'string' || !('value' in stored))
    return { keptAt: now.toISOString(), value: stored };
  const { keptAt, owner, value } = stored;
  return { keptAt, ...(typeof owner === 'string' ? { owner } : {}), value };
}

/**
 * What this device keeps until the server has it: typed text, unsaved edits, acts that wait for a network. Every entry
 * carries its date and its owner, so that it can go after 30 days and at sign-out.
 */
export class Device {
  readonly #shelf: Shelf | undefined;
  readonly #now: () => Date;
  /** What the shelf would not take. */
  readonly #own = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  constructor(shelf: Shelf | undefined, now: () => Date) {
    this.#shelf = shelf;
    this.#now = now;
  }

  /** The entry as it is stored, for comparing. */
  textAt(place: string): string | null {
    return this.#own.get(place) ?? quietly(() => this.#shelf?.getItem(place)) ?? null;
  }

  read(place: string): Held | undefined {
    const text = this.textAt(place);
    return text === null ? undefined : readHeld(text, this.#now());
  }

  keep(place: string, value: unknown, owner?: string): void {
    const text = JSON.stringify({ keptAt: this.#now().toISOString(), ...(owner ? { owner } : {}), value });
    const isTaken = quietly(() => {
      this.#shelf?.setItem(place, text);
      return this.#shelf !== undefined;
    });
    if (isTaken) this.#own.delete(place);
    else this.#own.set(place, text);
    this.changed();
  }

  throwAway(place: string): void {
    this.#own.delete(place);
    quietly(() => this.#shelf?.removeItem(place));
    this.changed();
  }

  /** Every place of ours that begins so, in no order. */
  places(start = ''): string[] {
    const shelf = this.#shelf;
    const onShelf =
      quietly(() => Array.from({ length: shelf?.length ?? 0 }, (_, index) => shelf?.key(index) ?? '')) ?? [];
    return [...new Set([...onShelf, ...this.#own.keys()])].filter(
      (place) => OURS.test(place) && place.startsWith(start),
    );
  }

  /** What a person would leave behind here, surveys that were begun on this device included. */
  heldFor(owner: string): string[] {
    return this.places().filter((place) => {
      const held = this.read(place);
      return held !== undefined && (held.owner === undefined || held.owner === owner);
    });
  }

  forget(owner: string): void {
    for (const place of this.heldFor(owner)) this.throwAway(place);
  }

  /** Takes away what is older than 30 days, and gives a date to what has none. */
  sweep(): void {
    const oldest = this.#now().getTime() - DAYS_KEPT * 24 * 60 * 60 * 1000;
    for (const place of this.places()) {
      const text = this.textAt(place) ?? '';
      const held = readHeld(text, this.#now());
      if (!held || !(Date.parse(held.keptAt) > oldest)) this.throwAway(place);
      else if (!text.includes('"keptAt"')) this.keep(place, held.value);
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Also for what another tab changed. */
  changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
