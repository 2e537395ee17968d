import { fieldChanges, type Subject, same } from './diff-fields.js';
import { sayIn } from './generated/messages.js';
import { matchLists, movedPlaces } from './match-lists.js';
import { type DiffContext, type ToldChange, tell } from './plan-change.js';

/** How a list of named things is told. */
export interface ListStory<T extends object> {
  path: readonly string[];
  identity(entry: T): string;
  /** `步骤「初稿」`, `step “Draft”`; `side` says whose names to use. */
  subject(entry: T, side: 'before' | 'after'): Subject;
  /** What follows the name where it is new, without the comma: its date, what it asks. */
  detail(entry: T): string;
  /** Whose list it is, to stand before the sentence; undefined for the plan's own. */
  owner?: Subject;
  /** Properties that `changes` tells, or that are told elsewhere. */
  handled?: ReadonlySet<string>;
  changes?(before: T, after: T, subject: Subject, path: readonly string[]): ToldChange[];
}

/** Added, removed, moved and changed entries of a list, by identity. */
export function listChanges<T extends object>(
  context: DiffContext,
  before: readonly T[],
  after: readonly T[],
  story: ListStory<T>,
): ToldChange[] {
  const matches = matchLists(before, after, (entry) => story.identity(entry));
  const kept = matches.filter((match) => match.before && match.after);
  const moved = new Set(movedPlaces(kept.map((match) => match.before?.index ?? 0)).map((at) => kept[at]?.id));
  const handled = new Set(['key', ...(story.handled ?? [])]);
  return matches.flatMap(({ id, before: old, after: now }, at): ToldChange[] => {
    if (!old && now) return [added(context, story, now.entry, id)];
    if (old && !now) return [removed(context, story, old.entry, id)];
    if (!old || !now) return [];
    const path = [...story.path, id];
    const subject = story.subject(now.entry, 'after');
    const changes: ToldChange[] = [];
    if (moved.has(id)) {
      const previous = matches[at - 1]?.after?.entry;
      changes.push(movedChange(context, story, subject, previous && story.subject(previous, 'after'), path));
    }
    if (same(old.entry, now.entry)) return changes;
    return [
      ...changes,
      ...(story.changes?.(old.entry, now.entry, subject, path) ?? []),
      ...fieldChanges(context, owned(context, subject, story), path, old.entry, now.entry, handled),
    ];
  });
}

function owned<T extends object>({ language }: DiffContext, subject: Subject, { owner }: ListStory<T>): Subject {
  return owner === undefined ? subject : sayIn(language, 'diffLists.owned', { owner, subject });
}

function added<T extends object>(context: DiffContext, story: ListStory<T>, entry: T, id: string): ToldChange {
  const subject = story.subject(entry, 'after');
  const detail = story.detail(entry);
  const { owner } = story;
  const sentence =
    owner === undefined
      ? detail === ''
        ? tell(context, 'diffLists.addsOwn', { subject })
        : tell(context, 'diffLists.addsOwnWith', { subject, detail })
      : detail === ''
        ? tell(context, 'diffLists.adds', { owner, subject })
        : tell(context, 'diffLists.addsWith', { owner, subject, detail });
  return { kind: 'ADDED', path: [...story.path, id], sentence, after: entry };
}

function removed<T extends object>(context: DiffContext, story: ListStory<T>, entry: T, id: string): ToldChange {
  const subject = story.subject(entry, 'before');
  const { owner } = story;
  const sentence =
    owner === undefined
      ? tell(context, 'diffLists.removesOwn', { subject })
      : tell(context, 'diffLists.removes', { owner, subject });
  return { kind: 'REMOVED', path: [...story.path, id], sentence, before: entry };
}

function movedChange<T extends object>(
  context: DiffContext,
  story: ListStory<T>,
  entry: Subject,
  previous: Subject | undefined,
  path: string[],
): ToldChange {
  const subject = owned(context, entry, story);
  const sentence =
    previous === undefined
      ? tell(context, 'diffLists.movesFront', { subject })
      : tell(context, 'diffLists.movesBehind', { subject, previous });
  return { kind: 'MOVED', path, sentence };
}
