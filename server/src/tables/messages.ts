import type { LocalizedText } from '@planwright/schema/text';
import type { CellRemark, Table, TableFault } from './table.js';

type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

/** Why a file cannot be read, and what to do about it. */
export const FAULTS: Record<TableFault, Sentence> = {
  EMPTY: {
    en: 'There is nothing in this table. Check that the right file or sheet was chosen.',
    'zh-CN': '表格是空的。确认选对了文件，并且内容在第一个工作表。',
  },
  TOO_LARGE: {
    en: 'This file is too large once it is unpacked. Copy the columns you need into a new workbook and try again.',
    'zh-CN': '文件展开后过大。把需要的列复制到新工作簿，再试一次。',
  },
  TOO_MANY_ROWS: {
    en: 'The table has more than 10,000 rows. Split it into several files.',
    'zh-CN': '表格超过 10000 行，拆成几个文件分别导入。',
  },
  TOO_MANY_COLUMNS: {
    en: 'The table has more than 256 columns. Copy the columns you need into a new workbook.',
    'zh-CN': '表格超过 256 列，把需要的列复制到新工作簿。',
  },
  TOO_MANY_CELLS: {
    en: 'The table has more cells than can be read. Copy the columns you need into a new workbook.',
    'zh-CN': '表格单元格过多，把需要的列复制到新工作簿。',
  },
  TOO_SLOW: {
    en: 'Reading this file took too long. Copy the columns you need into a new workbook and try again.',
    'zh-CN': '读取文件超时。把需要的列复制到新工作簿，再试一次。',
  },
  BUSY: {
    en: 'Many files are being read at the moment. Try again in a minute.',
    'zh-CN': '当前正在读取的文件较多，一分钟后再试。',
  },
  DAMAGED: {
    en: 'This workbook is damaged or incomplete. Open it in Excel, save it again and try once more.',
    'zh-CN': '工作簿已损坏或不完整。用 Excel 打开并重新保存，再试一次。',
  },
  ENCODING: {
    en: 'The text of this file cannot be read. Save it as .xlsx, or as CSV UTF-8.',
    'zh-CN': '无法识别文件的编码。另存为 .xlsx，或“CSV UTF-8”。',
  },
  OLD_EXCEL: {
    en: 'This is an Excel 97–2003 workbook (.xls). Open it in Excel or WPS and save it as .xlsx.',
    'zh-CN': '这是 Excel 97–2003 工作簿（.xls）。用 Excel 或 WPS 打开，另存为 .xlsx。',
  },
  ENCRYPTED: {
    en: 'This workbook is protected by a password. Remove the password and save it as .xlsx.',
    'zh-CN': '工作簿有打开密码。取消密码后另存为 .xlsx。',
  },
  BINARY_EXCEL: {
    en: 'This is a binary Excel workbook (.xlsb). Save it as .xlsx.',
    'zh-CN': '这是二进制 Excel 工作簿（.xlsb），另存为 .xlsx。',
  },
  OPEN_DOCUMENT: {
    en: 'This is an OpenDocument table (.ods). Save it as .xlsx.',
    'zh-CN': '这是 OpenDocument 表格（.ods），另存为 .xlsx。',
  },
  NUMBERS: {
    en: 'This is a Numbers document. Export it as Excel (.xlsx).',
    'zh-CN': '这是 Numbers 表格，导出为 Excel（.xlsx）。',
  },
  HTML: {
    en: 'This is a web page named like a table, as some systems export it. Open it in Excel and save it as .xlsx.',
    'zh-CN': '这是网页格式的表格（部分系统会这样导出）。用 Excel 打开，另存为 .xlsx。',
  },
  XML_SPREADSHEET: {
    en: 'This is an XML table of Excel 2003. Open it in Excel and save it as .xlsx.',
    'zh-CN': '这是 Excel 2003 的 XML 表格。用 Excel 打开，另存为 .xlsx。',
  },
  PDF: {
    en: 'This is a PDF. Send the table it was made from, as .xlsx or CSV.',
    'zh-CN': '这是 PDF。请上传原始表格（.xlsx 或 CSV）。',
  },
  NOT_A_TABLE: {
    en: 'This file cannot be read as a table. Save it as .xlsx or CSV (UTF-8).',
    'zh-CN': '无法读取表格，另存为 .xlsx 或 CSV（UTF-8）。',
  },
};

/** What is said of a cell that is read otherwise than it is shown. */
export function sayRemark(remark: CellRemark, text: string): Sentence {
  switch (remark.kind) {
    case 'shown':
      return {
        en: `The file shows ${remark.shown}; the stored value ${text} is used.`,
        'zh-CN': `文件显示 ${remark.shown}，按实际存储的 ${text} 读取。`,
      };
    case 'merged':
      return {
        en: `Merged cell: taken from line ${remark.line}.`,
        'zh-CN': `合并单元格，取第 ${remark.line} 行的内容。`,
      };
    case 'invisible':
      return {
        en: 'Invisible characters in this cell were left out.',
        'zh-CN': '已去掉单元格里的不可见字符。',
      };
    case 'error':
      return remark.error === ''
        ? {
            en: 'The formula has no saved result. Open the file in Excel and save it again.',
            'zh-CN': '公式没有保存结果。用 Excel 打开文件并重新保存。',
          }
        : {
            en: `The formula gives an error here: ${remark.error}. Correct it in the file.`,
            'zh-CN': `公式在此出错：${remark.error}。在文件里更正。`,
          };
    default:
      return remark satisfies never;
  }
}

/** What is said of the whole table; nothing where it was read as it stands. */
export function sayOfTable({ rows, encoding, sheet, hiddenRows, oddQuotes }: Table, head: number): Sentence[] {
  const said: Sentence[] = [];
  if (sheet !== undefined)
    said.push({
      en: `The workbook has several sheets; only “${sheet}” was read.`,
      'zh-CN': `工作簿有多个工作表，只读取了“${sheet}”。`,
    });
  if (encoding !== undefined && encoding !== 'UTF-8')
    said.push({ en: `The text was read as ${encoding}.`, 'zh-CN': `文件按 ${encoding} 编码读取。` });
  const line = rows[head]?.line ?? 1;
  if (head > 0)
    said.push({
      en: `The column names are on line ${line}; what is above them was left out.`,
      'zh-CN': `列名在第 ${line} 行，上方内容未读取。`,
    });
  if (hiddenRows > 0)
    said.push({
      en: `${hiddenRows} hidden ${hiddenRows === 1 ? 'row was' : 'rows were'} read as well.`,
      'zh-CN': `隐藏的 ${hiddenRows} 行也已读取。`,
    });
  if (oddQuotes.length > 0)
    said.push({
      en: `A quotation mark on line ${oddQuotes.slice(0, 5).join(', ')} is never closed; it was read as part of the text.`,
      'zh-CN': `第 ${oddQuotes.slice(0, 5).join('、')} 行的引号没有成对，按普通文字读取。`,
    });
  return said;
}
