import { pText } from '@planwright/schema/figures';
import type { Language } from '@planwright/schema/text';
import { percent } from '../../experiments/analysis/index.js';
import type { Cell, ReportSection } from './report-sections.js';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `
@page { size: A4; margin: 18mm 16mm 20mm; }
body { font: 9.5pt/1.5 "Noto Sans SC", sans-serif; color: #1c2330; margin: 0; }
h1 { font-size: 19pt; line-height: 1.3; margin: 0 0 2mm; }
h2 { font-size: 12.5pt; margin: 8mm 0 2mm; break-after: avoid; }
p.answer { font-size: 12pt; margin: 3mm 0; padding: 3mm 4mm; background: #f1f4f9; border-left: 1mm solid #2f5fd0; }
p.quiet { color: #5b6578; margin: 0; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1.2mm 2mm 1.2mm 0; border-bottom: 0.2mm solid #d9dee8; overflow-wrap: anywhere; white-space: pre-line; }
td:first-child, th:first-child { min-width: 24mm; }
th { overflow-wrap: normal; font-weight: 700; color: #5b6578; font-size: 8.5pt; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
table.manifest { table-layout: fixed; }
table.manifest th:first-child { width: 38%; }
svg { display: block; }`;

/** A report as a page for print: self-contained but for its fonts, and without scripts. */
export function reportPage(sections: readonly ReportSection[], title: string, language: Language): string {
  const [summary, ...rest] = sections;
  const [, made, answer, next] = summary?.rows ?? [];
  const body = rest
    .map((section) => `<section><h2>${escaped(section.title)}</h2>${table(section)}</section>`)
    .join('\n');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<link rel="stylesheet" href="/fonts/400.css"><link rel="stylesheet" href="/fonts/700.css"><style>${STYLE}</style></head><body>
<h1>${escaped(title)}</h1><p class="quiet">${text(made)}</p><p class="answer">${text(answer)}</p><p>${text(next)}</p>
${body}</body></html>`;
}

const text = (row: readonly Cell[] | undefined): string => escaped(String(row?.[1] ?? ''));

/** Sections whose rows have a picture before their figures. */
const PICTURES: Readonly<Record<string, (row: readonly Cell[]) => string>> = {
  process: shareBar,
  stages: shareBar,
  departments: shareBar,
  mentors: shareBar,
  ratings: shareBar,
  outcomes: changeBar,
};

function table({ key, header, rows, shares = [], pValues = [] }: ReportSection): string {
  const picture = PICTURES[key];
  const shown = (cell: Cell, column: number): string => {
    if (typeof cell !== 'number') return written(cell);
    if (shares.includes(column)) return escaped(percent(cell));
    return pValues.includes(column) ? escaped(pText(cell)) : written(cell);
  };
  const numbers = header.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  const head = header.map((name, column) => `<th${numbers[column] ? ' class="number"' : ''}>${escaped(name)}</th>`);
  const lines = rows.map((row) => {
    const cells = row.map(
      (cell, column) => `<td${numbers[column] ? ' class="number"' : ''}>${shown(cell, column)}</td>`,
    );
    return `<tr>${cells[0]}${picture ? `<td>${picture(row)}</td>` : ''}${cells.slice(1).join('')}</tr>`;
  });
  return `<table class="${key}"><thead><tr>${head[0]}${picture ? '<th></th>' : ''}${head.slice(1).join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

function written(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return escaped(cell);
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(3).replace(/^-/, '−');
}

const BAR_WIDTH = 120;

/** Rows are [name, share, low, high, count, of]. The whole width is 100 %: the interval as a line, the share as a dot on it. */
function shareBar([name, share, low, high]: readonly Cell[]): string {
  if (typeof share !== 'number' || typeof low !== 'number' || typeof high !== 'number') return '';
  return drawn(String(name), { low, high, middle: share, at: (value) => value });
}

/** Rows are [name, method, n, change, low, high, …]. No change is in the middle, marked; each has the width of its own unit. */
function changeBar([name, , , change, low, high]: readonly Cell[]): string {
  if (typeof change !== 'number' || typeof low !== 'number' || typeof high !== 'number') return '';
  const reach = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return drawn(String(name), { low, high, middle: change, at: (value) => 0.5 + value / (2 * reach), mark: 0 });
}

/** @param at where a value stands, from 0 to 1 of the width */
function drawn(
  name: string,
  {
    low,
    high,
    middle,
    at,
    mark,
  }: { low: number; high: number; middle: number; at(value: number): number; mark?: number },
): string {
  const x = (value: number) => (4 + at(value) * (BAR_WIDTH - 8)).toFixed(1);
  const y = 6;
  const tick =
    mark === undefined
      ? ''
      : `<line x1="${x(mark)}" y1="1" x2="${x(mark)}" y2="11" stroke="#5b6578" stroke-width="1"/>`;
  return `<svg width="${BAR_WIDTH}" height="12" role="img" aria-label="${escaped(name)}"><line x1="4" y1="${y}" x2="${BAR_WIDTH - 4}" y2="${y}" stroke="#d9dee8" stroke-width="2"/>${tick}<line x1="${x(low)}" y1="${y}" x2="${x(high)}" y2="${y}" stroke="#2f5fd0" stroke-width="3"/><circle cx="${x(middle)}" cy="${y}" r="3.5" fill="#1c2330"/></svg>`;
}
