import path from 'node:path';
import { Unreadable } from '../table.ts';
import { builtInFormat, type FormatKind, readFormat } from './number-format.ts';
import { scanXml } from './scan-xml.ts';
import type { ZipMembers } from './zip-members.ts';

export interface WorkbookParts {
  /** Of the first sheet that is not hidden. */
  sheet: Buffer;
  sheetName: string;
  /** How many sheets people see. */
  visibleSheets: number;
  sharedStrings: Buffer | undefined;
  /** By the number of a cell's style. */
  formats: FormatKind[];
  calendar: 1900 | 1904;
}

/** Finds the sheet to read and what its cells refer to, whatever the members are called. */
export function partsOfWorkbook(zip: ZipMembers): WorkbookParts {
  const main = targets(zip, '', '_rels/.rels').find(({ type }) => type.endsWith('/officeDocument'))?.target;
  const workbookPath = main ?? 'xl/workbook.xml';
  const workbook = zip.read(workbookPath);
  if (!workbook) throw new Unreadable('NOT_A_TABLE');
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let calendar: 1900 | 1904 = 1900;
  scanXml(workbook, {
    open: (name, attribute) => {
      if (name === 'workbookPr' && ['1', 'true'].includes(attribute('date1904') ?? '')) calendar = 1904;
      if (name !== 'sheet') return;
      const hidden = (attribute('state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute('name') ?? '', id: attribute('r:id') ?? attribute('id') ?? '', hidden });
    },
  });
  const folder = path.posix.dirname(workbookPath);
  const related = targets(zip, folder, path.posix.join(folder, '_rels', `${path.posix.basename(workbookPath)}.rels`));
  const visible = sheets.filter(({ hidden }) => !hidden);
  const [chosen = sheets[0]] = visible;
  const sheetPath = related.find(({ id }) => id === chosen?.id)?.target ?? 'xl/worksheets/sheet1.xml';
  const sheet = zip.read(sheetPath);
  if (!sheet) throw new Unreadable('EMPTY');
  const part = (type: string): Buffer | undefined => {
    const target = related.find((one) => one.type.endsWith(`/${type}`))?.target;
    return target === undefined ? undefined : zip.read(target);
  };
  return {
    sheet,
    sheetName: chosen?.name ?? '',
    visibleSheets: visible.length,
    formats: formatsOf(part('styles')),
    sharedStrings: part('sharedStrings'),
    calendar,
  };
}

interface Target {
  id: string;
  type: string;
  target: string;
}

function targets(zip: ZipMembers, folder: string, file: string): Target[] {
  const bytes = zip.read(file);
  const found: Target[] = [];
  if (!bytes) return found;
  scanXml(bytes, {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      found.push({
        id: attribute('Id') ?? '',
        type: attribute('Type') ?? '',
        target: target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target),
      });
    },
  });
  return found;
}

/** Excel itself allows 65,490. */
const MOST_STYLES = 70_000;

function formatsOf(styles: Buffer | undefined): FormatKind[] {
  const formats: FormatKind[] = [];
  if (!styles) return formats;
  const own = new Map<number, FormatKind>();
  let inside = false;
  scanXml(styles, {
    open: (name, attribute) => {
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), readFormat(attribute('formatCode') ?? ''));
      else if (name === 'cellXfs') inside = true;
      else if (name === 'xf' && inside) {
        const id = Number(attribute('numFmtId') ?? 0);
        if (formats.length > MOST_STYLES) throw new Unreadable('TOO_LARGE');
        formats.push(own.get(id) ?? builtInFormat(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inside = false;
    },
  });
  return formats;
}
