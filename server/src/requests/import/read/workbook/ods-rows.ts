import { TableError, tableLimits, type TableRow } from '../table-row.ts';
import { fillMerge, type Merge } from './merges.ts';
import { type OdsCell, odsCellText } from './ods-cell.ts';
import type { XmlAttributes, XmlHandlers } from './read-xml.ts';
import { putCell } from './xlsx-rows.ts';

/** A row, and how many rows from it on say the same. */
export interface OdsRow {
  readonly row: TableRow;
  readonly repeat: number;
}

export interface OdsListener {
  readonly onSheet: (sheet: { readonly name: string; readonly hidden: boolean }) => void;
  readonly isWanted: (sheet: string) => boolean;
  readonly emit: (row: OdsRow) => void;
}

interface OpenCell extends OdsCell {
  readonly column: number;
  readonly repeat: number;
}

/** Reads `content.xml`: tables with rows with cells, each of which may stand for many. */
export function odsHandlers({ onSheet, isWanted, emit }: OdsListener): XmlHandlers {
  const hiddenStyles = new Set<string>();
  let style = '';
  let sheet = '';
  let row: OpenRow | undefined;
  let nextRow = 1;
  let cell: OpenCell | undefined;
  let spans = openSpans();
  /** Deep in a comment or a drawing, whose text is none of the cell's. */
  let aside = 0;
  let inParagraph = false;

  const openTable = (attributes: XmlAttributes): void => {
    sheet = attributes['table:name'] ?? '';
    onSheet({ name: sheet, hidden: hiddenStyles.has(attributes['table:style-name'] ?? '') });
    [nextRow, spans] = [1, openSpans()];
  };
  const closeRow = ({ cells, rowNo, repeat, blanked, isHidden }: OpenRow): void => {
    spans.fill(rowNo, cells);
    if (cells.some((text) => text.trim() !== ''))
      emit({ row: { rowNo, cells, repaired: false, blanked, isHidden }, repeat });
  };
  const closeCell = (of: OpenRow, done: OpenCell): void => {
    const text = odsCellText(done);
    if (text === undefined) of.blanked += 1;
    of.nextColumn = done.column + done.repeat;
    if (!text) return;
    for (let index = 0; index < done.repeat; index += 1) putCell(of.cells, done.column + index, text, of.rowNo);
    spans.note(of.rowNo, done, text);
  };
  return {
    open: (name, attributes) => {
      if (name === 'style') style = attributes['style:name'] ?? '';
      else if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style);
      else if (name === 'table') openTable(attributes);
      else if (name === 'table-row' && isWanted(sheet)) {
        row = openRow(nextRow, attributes);
        nextRow += row.repeat;
      } else if (row && (name === 'table-cell' || name === 'covered-table-cell')) {
        const repeat = count(attributes['table:number-columns-repeated']);
        cell = { attributes, column: row.nextColumn, repeat, text: '', paragraphs: 0 };
      } else if (name === 'annotation' || name === 'frame' || name === 'shapes') aside += 1;
      else if (cell && aside === 0) inParagraph = openInCell(cell, name, attributes, inParagraph);
    },
    text: (text) => {
      if (inParagraph && cell && aside === 0) cell.text += text;
    },
    close: (name) => {
      if (name === 'annotation' || name === 'frame' || name === 'shapes') aside -= 1;
      else if (name === 'p') inParagraph &&= aside > 0;
      else if ((name === 'table-cell' || name === 'covered-table-cell') && row && cell) {
        closeCell(row, cell);
        cell = undefined;
      } else if (name === 'table-row' && row) {
        closeRow(row);
        row = undefined;
      }
    },
  };
}

interface OpenRow {
  readonly rowNo: number;
  readonly repeat: number;
  readonly cells: string[];
  readonly isHidden: boolean;
  blanked: number;
  nextColumn: number;
}

function openRow(rowNo: number, attributes: XmlAttributes): OpenRow {
  const repeat = count(attributes['table:number-rows-repeated']);
  const isHidden = ['collapse', 'filter'].includes(attributes['table:visibility'] ?? '');
  return { rowNo, repeat, isHidden, cells: [], blanked: 0, nextColumn: 0 };
}

/** Paragraphs are lines; runs of spaces, tabs and line breaks are written as elements. */
function openInCell(cell: OpenCell, name: string, attributes: XmlAttributes, inParagraph: boolean): boolean {
  if (name === 'p') {
    if (cell.paragraphs > 0) cell.text += '\n';
    cell.paragraphs += 1;
    return true;
  }
  if (!inParagraph) return false;
  if (name === 's') cell.text += ' '.repeat(Math.min(count(attributes['text:c']), 1000));
  else if (name === 'tab') cell.text += '\t';
  else if (name === 'line-break') cell.text += '\n';
  return true;
}

/** Cells that reach over several columns or rows, each giving what it says to all that it covers. */
function openSpans() {
  let open: { readonly merge: Merge; readonly text: string }[] = [];
  return {
    note: (rowNo: number, { attributes, column }: OpenCell, text: string): void => {
      const columns = count(attributes['table:number-columns-spanned']);
      const rows = count(attributes['table:number-rows-spanned']);
      if (columns === 1 && rows === 1) return;
      open.push({ merge: { row: rowNo, column, lastRow: rowNo + rows - 1, lastColumn: column + columns - 1 }, text });
      if (open.length > tableLimits.merges) throw new TableError({ code: 'unpacks-too-big' });
    },
    fill: (rowNo: number, cells: string[]): void => {
      open = open.filter(({ merge }) => merge.lastRow >= rowNo);
      for (const { merge, text } of open) fillMerge(cells, merge, text);
    },
  };
}

/** How often something stands for itself: a whole number from 1 on. */
function count(text: string | undefined): number {
  const figure = Number(text ?? 1);
  return Number.isSafeInteger(figure) && figure > 0 ? figure : 1;
}
