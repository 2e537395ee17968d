/** Deeper than any record of a provider, and far from where a function that calls itself fills the stack. */
export const MAX_DEPTH = 64;
/** Values and names in one line: a megabyte of `[0,0,0…]` would hold half a million. */
export const MAX_VALUES = 200_000;

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Whether a line of JSON is neither too deep nor too wide to be parsed and walked through. Says nothing about whether it is JSON. */
export function measure(line: string, { depth = MAX_DEPTH, values = MAX_VALUES } = {}): boolean {
  let inside = 0;
  let seen = 0;
  for (let at = 0; at < line.length; at += 1) {
    switch (line.charCodeAt(at)) {
      case QUOTE:
        // To the end of the text: its characters are not part of the structure.
        for (at += 1; at < line.length && line.charCodeAt(at) !== QUOTE; at += 1)
          if (line.charCodeAt(at) === BACKSLASH) at += 1;
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        inside += 1;
        seen += 1;
        if (inside > depth) return false;
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        inside -= 1;
        break;
      case COMMA:
      case COLON:
        seen += 1;
        break;
    }
    if (seen > values) return false;
  }
  return true;
}
