import { strToU8, type ZipOptions, zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WorkbookParts {
  /** What stands in `sheetData`. */
  rows: string;
  /** What stands behind it. */
  after?: string;
  /** Whole strings, as `<si>` elements. */
  strings?: string;
  /** `<numFmt>` elements. */
  formats?: string;
  /** Number formats of the styles 0, 1, … */
  styles?: readonly number[];
  /** Attributes of `workbookPr`. */
  properties?: string;
  /** `<sheet>` elements; by default one. */
  sheets?: string;
}

/** The members of a workbook as Excel lays them out. */
export function workbookMembers({
  rows,
  after = '',
  strings,
  formats = '',
  styles = [0],
  properties = '',
  sheets = '<sheet name="Sheet1" sheetId="1" r:id="rId1"/>',
}: WorkbookParts): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (...all: string[]) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr ${properties}/><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId8', 'styles', 'styles.xml'),
      ...(strings === undefined ? [] : [relation('rId9', 'sharedStrings', 'sharedStrings.xml')]),
    ),
    'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts>${formats}</numFmts><cellXfs>${styles
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${strings}</sst>` }),
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet ${MAIN}><sheetData>${rows}</sheetData>${after}</worksheet>`,
  };
}

export const makeWorkbook = (parts: WorkbookParts, options: ZipOptions = {}): Buffer =>
  zipped(workbookMembers(parts), options);

export const zipped = (members: Readonly<Record<string, string | Uint8Array>>, options: ZipOptions = {}): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(members).map(([name, content]) => [
          name,
          typeof content === 'string' ? strToU8(content) : content,
        ]),
      ),
      options,
    ),
  );

/** A text cell that carries its text itself. */
export const textCell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

export const numberCell = (place: string, value: number | string, style = 0): string =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`;

/** Says another unpacked size of every member than the true one, in the directory and in front of the member. */
export function lyingAboutSize(zip: Buffer, size: number): Buffer {
  const lying = Buffer.from(zip);
  for (let at = 0; at + 30 < lying.length; at += 1) {
    const sign = lying.readUInt32LE(at);
    if (sign === 0x04034b50) lying.writeUInt32LE(size, at + 22);
    else if (sign === 0x02014b50) lying.writeUInt32LE(size, at + 24);
  }
  return lying;
}
