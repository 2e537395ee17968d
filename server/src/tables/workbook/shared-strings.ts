import { Unreadable } from '../table.ts';
import { scanXml } from './scan-xml.ts';

/** The strings of these numbers: a table of strings may be longer than anything that the sheet uses of it. */
export function sharedStrings(bytes: Buffer, wanted: ReadonlySet<number>, mostSigns: number): Map<number, string> {
  const found = new Map<number, string>();
  let index = -1;
  let signs = 0;
  let text = '';
  let isText = false;
  let phonetic = 0;
  scanXml(bytes, {
    open: (name) => {
      if (name === 'si') {
        index += 1;
        text = '';
      } else if (name === 'rPh') phonetic += 1;
      else if (name === 't') isText = phonetic === 0 && wanted.has(index);
    },
    text: (more) => {
      if (!isText || text.length > 100_000) return;
      text += more;
      signs += more.length;
      if (signs > mostSigns) throw new Unreadable('TOO_LARGE');
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si' && wanted.has(index)) found.set(index, text);
    },
  });
  return found;
}
