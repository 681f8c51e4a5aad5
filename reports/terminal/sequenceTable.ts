import CliTable from 'cli-table3';
import stringWidth from 'string-width';
import type { SequenceRow } from '../../model/event.ts';
import { printableLine } from '../wording/printable.ts';
import { rowText } from '../wording/sequenceRow.ts';
import { wrapLine } from '../wording/wrap.ts';
import type { Paint } from './paint.ts';

const HEAD = ['#', 'time', 'state before', 'call', 'answer'];
/** No column is made narrower than this to fit the others. */
const NARROWEST_COLUMN = 12;
/** What the table draws around each cell: a line and two blanks. */
const AROUND_CELL = 3;

/** Widths of the columns such that the table fits: the widest give way first. */
function fitColumns(cells: readonly (readonly string[])[], width: number): readonly number[] {
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => stringWidth(row[column] ?? ''))));
  const room = width - 1 - HEAD.length * AROUND_CELL;
  let excess = widths.reduce((sum, each) => sum + each, 0) - room;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST_COLUMN) break;
    widths[widths.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}

/** The shortest sequence of a divergence as a table that fits a width, its last row marked as the one that diverges. */
export function sequenceTable(rows: readonly SequenceRow[], width: number, paint: Paint): readonly string[] {
  const body = rows.map((row, index) => {
    const { time, state, call, answer } = rowText(row);
    return [String(index + 1), time, state, call, answer].map(printableLine);
  });
  const widths = fitColumns([HEAD, ...body], width);
  const table = new CliTable({
    colWidths: widths.map((each) => each + 2),
    colAligns: ['right', 'right', 'left', 'left', 'left'],
    style: { head: [], border: [], compact: true },
    head: HEAD.map((title) => paint(['dim'], title)),
  });
  for (const [index, cells] of body.entries()) {
    const looks = index === body.length - 1 ? (['red'] as const) : [];
    table.push(
      cells.map((text, column) =>
        wrapLine(text, widths[column] ?? NARROWEST_COLUMN)
          .map((line) => (looks.length === 0 ? line : paint(looks, line)))
          .join('\n'),
      ),
    );
  }
  return table.toString().split('\n');
}
