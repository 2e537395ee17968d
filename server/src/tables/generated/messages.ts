// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  EMPTY: Record<never, never>;
  TOO_LARGE: Record<never, never>;
  TOO_MANY_ROWS: Record<never, never>;
  TOO_MANY_COLUMNS: Record<never, never>;
  TOO_MANY_CELLS: Record<never, never>;
  TOO_SLOW: Record<never, never>;
  BUSY: Record<never, never>;
  DAMAGED: Record<never, never>;
  ENCODING: Record<never, never>;
  OLD_EXCEL: Record<never, never>;
  ENCRYPTED: Record<never, never>;
  BINARY_EXCEL: Record<never, never>;
  OPEN_DOCUMENT: Record<never, never>;
  NUMBERS: Record<never, never>;
  HTML: Record<never, never>;
  XML_SPREADSHEET: Record<never, never>;
  PDF: Record<never, never>;
  NOT_A_TABLE: Record<never, never>;
  fileShowsStored: { shown: Said; text: Said };
  mergedCellTaken: { line: Said };
  invisibleCharactersCell: Record<never, never>;
  formulaNoSaved: Record<never, never>;
  formulaGivesError: { error: Said };
  workbookSeveralSheets: { sheet: Said };
  textRead: { encoding: Said };
  columnNamesLine: { line: Said };
  hiddenReadWell: { hiddenRows: number };
  quotationMarkLine: { oddQuotes: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    EMPTY: '表格是空的。确认选对了文件，并且内容在第一个工作表。',
    TOO_LARGE: '文件展开后过大。把需要的列复制到新工作簿，再试一次。',
    TOO_MANY_ROWS: '表格超过 10000 行，拆成几个文件分别导入。',
    TOO_MANY_COLUMNS: '表格超过 256 列，把需要的列复制到新工作簿。',
    TOO_MANY_CELLS: '表格单元格过多，把需要的列复制到新工作簿。',
    TOO_SLOW: '读取文件超时。把需要的列复制到新工作簿，再试一次。',
    BUSY: '当前正在读取的文件较多，一分钟后再试。',
    DAMAGED: '工作簿已损坏或不完整。用 Excel 打开并重新保存，再试一次。',
    ENCODING: '无法识别文件的编码。另存为 .xlsx，或“CSV UTF-8”。',
    OLD_EXCEL: '这是 Excel 97–2003 工作簿（.xls）。用 Excel 或 WPS 打开，另存为 .xlsx。',
    ENCRYPTED: '工作簿有打开密码。取消密码后另存为 .xlsx。',
    BINARY_EXCEL: '这是二进制 Excel 工作簿（.xlsb），另存为 .xlsx。',
    OPEN_DOCUMENT: '这是 OpenDocument 表格（.ods），另存为 .xlsx。',
    NUMBERS: '这是 Numbers 表格，导出为 Excel（.xlsx）。',
    HTML: '这是网页格式的表格（部分系统会这样导出）。用 Excel 打开，另存为 .xlsx。',
    XML_SPREADSHEET: '这是 Excel 2003 的 XML 表格。用 Excel 打开，另存为 .xlsx。',
    PDF: '这是 PDF。请上传原始表格（.xlsx 或 CSV）。',
    NOT_A_TABLE: '无法读取表格，另存为 .xlsx 或 CSV（UTF-8）。',
    fileShowsStored: ["文件显示 ",["shown"],"，按实际存储的 ",["text"]," 读取。"],
    mergedCellTaken: ["合并单元格，取第 ",["line"]," 行的内容。"],
    invisibleCharactersCell: '已去掉单元格里的不可见字符。',
    formulaNoSaved: '公式没有保存结果。用 Excel 打开文件并重新保存。',
    formulaGivesError: ["公式在此出错：",["error"],"。在文件里更正。"],
    workbookSeveralSheets: ["工作簿有多个工作表，只读取了“",["sheet"],"”。"],
    textRead: ["文件按 ",["encoding"]," 编码读取。"],
    columnNamesLine: ["列名在第 ",["line"]," 行，上方内容未读取。"],
    hiddenReadWell: ["隐藏的 ",["hiddenRows"]," 行也已读取。"],
    quotationMarkLine: ["第 ",["oddQuotes"]," 行的引号没有成对，按普通文字读取。"],
  },
  en: {
    EMPTY: 'There is nothing in this table. Check that the right file or sheet was chosen.',
    TOO_LARGE: 'This file is too large once it is unpacked. Copy the columns you need into a new workbook and try again.',
    TOO_MANY_ROWS: 'The table has more than 10,000 rows. Split it into several files.',
    TOO_MANY_COLUMNS: 'The table has more than 256 columns. Copy the columns you need into a new workbook.',
    TOO_MANY_CELLS: 'The table has more cells than can be read. Copy the columns you need into a new workbook.',
    TOO_SLOW: 'Reading this file took too long. Copy the columns you need into a new workbook and try again.',
    BUSY: 'Many files are being read at the moment. Try again in a minute.',
    DAMAGED: 'This workbook is damaged or incomplete. Open it in Excel, save it again and try once more.',
    ENCODING: 'The text of this file cannot be read. Save it as .xlsx, or as CSV UTF-8.',
    OLD_EXCEL: 'This is an Excel 97–2003 workbook (.xls). Open it in Excel or WPS and save it as .xlsx.',
    ENCRYPTED: 'This workbook is protected by a password. Remove the password and save it as .xlsx.',
    BINARY_EXCEL: 'This is a binary Excel workbook (.xlsb). Save it as .xlsx.',
    OPEN_DOCUMENT: 'This is an OpenDocument table (.ods). Save it as .xlsx.',
    NUMBERS: 'This is a Numbers document. Export it as Excel (.xlsx).',
    HTML: 'This is a web page named like a table, as some systems export it. Open it in Excel and save it as .xlsx.',
    XML_SPREADSHEET: 'This is an XML table of Excel 2003. Open it in Excel and save it as .xlsx.',
    PDF: 'This is a PDF. Send the table it was made from, as .xlsx or CSV.',
    NOT_A_TABLE: 'This file cannot be read as a table. Save it as .xlsx or CSV (UTF-8).',
    fileShowsStored: ["The file shows ",["shown"],"; the stored value ",["text"]," is used."],
    mergedCellTaken: ["Merged cell: taken from line ",["line"],"."],
    invisibleCharactersCell: 'Invisible characters in this cell were left out.',
    formulaNoSaved: 'The formula has no saved result. Open the file in Excel and save it again.',
    formulaGivesError: ["The formula gives an error here: ",["error"],". Correct it in the file."],
    workbookSeveralSheets: ["The workbook has several sheets; only “",["sheet"],"” was read."],
    textRead: ["The text was read as ",["encoding"],"."],
    columnNamesLine: ["The column names are on line ",["line"],"; what is above them was left out."],
    hiddenReadWell: [["hiddenRows"]," hidden ",["hiddenRows",2,{"one":"row was","other":"rows were"}]," read as well."],
    quotationMarkLine: ["A quotation mark on line ",["oddQuotes"]," is never closed; it was read as part of the text."],
  },
});
export const { say, sayIn, says } = messages;
