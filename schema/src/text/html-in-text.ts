/**
 * Tags, closed or torn off in the middle of an attribute, comments, doctypes and processing instructions. Autolinks
 * (`<https://…>`, `<a@b.c>`) and comparisons (`a < b`) are markdown, not HTML. Every branch is linear in the text.
 */
const TAG = /<\/?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>|<[a-z][a-z0-9-]*[\s/]+[a-z-]+\s*=|<!(?:--|\[|doctype)|<\?[a-z]/i;

/** The first piece of HTML in a text, for the sentence about it; undefined when there is none. */
export function htmlIn(text: string): string | undefined {
  return TAG.exec(text)?.[0];
}
