/**
 * What a component is given of a fragment: sealed, so that whoever only passes it on sees nothing of it. The component
 * that has the fragment opens it with `unmask`.
 */
export type Masked<Fragment> = Fragment extends { ' $fragmentName'?: infer Name }
  ? Name extends string
    ? { ' $fragmentRefs'?: { [key in Name]: Fragment } }
    : never
  : never;

/** The fields of a fragment: `const item = unmask<PlanItemFragment>(props.item)`. They were there all the time. */
export function unmask<Fragment>(masked: Masked<Fragment>): Fragment;
export function unmask<Fragment>(masked: Masked<Fragment> | null | undefined): Fragment | null | undefined;
export function unmask<Fragment>(masked: readonly Masked<Fragment>[]): Fragment[];
export function unmask(masked: unknown): unknown {
  return masked;
}

/** The other way: for tests and stories, which make their data themselves. */
export const mask = <Fragment>(data: Fragment): Masked<Fragment> => data as Masked<Fragment>;
