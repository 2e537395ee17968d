/**
 * Why no field can be drawn for a setting:
 * `anything` – it has no type · `reference` – its schema stands elsewhere · `mixed` – it has several forms that nothing
 * tells apart · `places` – a list whose places mean different things · `conditions` – its form hangs on other settings ·
 * `secret` – a secret within a list, a map or one of several forms, where it could not be sealed · `empty` – it must be
 * given and may be null.
 */
export type WhyUndrawable = 'anything' | 'reference' | 'mixed' | 'places' | 'conditions' | 'secret' | 'empty';

/** A setting that no form draws. */
export interface Undrawable {
  /** Names of the settings that lead to it; `*` is each entry of a list or map. */
  path: string[];
  why: WhyUndrawable;
}
