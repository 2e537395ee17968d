'use client';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useSession } from '@/features/session/session';
import { type KeptText, keptBy } from './kept-text';
import { inTab, onDevice } from './this-device';

export type Texts = Readonly<Record<string, string>>;

export interface KeptForm {
  /** What is typed, by field; '' where nothing is. */
  texts: Texts;
  text: (field: string) => string;
  change: (fields: Texts) => void;
  /** A field of several lines, for `LongText`. */
  field: (name: string) => KeptText;
  /** It was sent, or thrown away on purpose. */
  done: () => void;
}

const NONE: Texts = {};

function textsOf(stored: string | null): Texts {
  if (!stored) return NONE;
  try {
    const { value } = JSON.parse(stored) as { value?: unknown };
    if (typeof value !== 'object' || value === null) return NONE;
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return NONE;
  }
}

/** The place of a person's text about an object: `('ann@example.com', 'review', submissionId)`. */
export const placeOfText = (owner: string, ...about: readonly string[]): string =>
  ['planwright:text', owner, ...about].join(':');

/** Whose texts these are: the account, which is the same in a sandbox, where people have other ids. */
export const useOwner = (): string => {
  const { person } = useSession();
  return person.email?.toLowerCase() ?? person.id;
};

/**
 * What a person types about an object, kept on the device from the first letter until it is sent or thrown away:
 * through Escape, back, reload, a closed tab and an ended session. Tabs that show the same form show the same text.
 * `tab` keeps it only as long as the tab, for pasted tables of other people's figures.
 */
export function useKept(about: readonly string[], stays: 'device' | 'tab' = 'device'): KeptForm {
  const owner = useOwner();
  const device = stays === 'tab' ? inTab : onDevice;
  const place = placeOfText(owner, ...about);
  const read = useCallback(() => device.textAt(place), [device, place]);
  const stored = useSyncExternalStore(device.subscribe, read, () => null);
  const texts = useMemo(() => textsOf(stored), [stored]);
  const [before] = useState(() => device.read(place)?.keptAt);
  const [own, setOwn] = useState(false);

  return useMemo(() => {
    const change = (fields: Texts) => {
      const next = { ...textsOf(device.textAt(place)), ...fields };
      if (Object.values(next).some((text) => text !== '')) device.keep(place, next, owner);
      else device.throwAway(place);
    };
    return {
      texts,
      text: (field) => texts[field] ?? '',
      change: (fields) => {
        setOwn(true);
        change(fields);
      },
      field: (name) =>
        keptBy('device', {
          value: texts[name] ?? '',
          set: (text) => {
            setOwn(true);
            change({ [name]: text });
          },
          since: own ? undefined : before,
          discard: () => change({ [name]: '' }),
        }),
      done: () => device.throwAway(place),
    };
  }, [texts, place, device, owner, before, own]);
}
