import { markdownTable } from 'markdown-table';
import type { Detection } from './detection.ts';
import { complaints, type FaultResult } from './faultResult.ts';

/** The results as a Markdown table: one row for each fault, with one number for each seed. */
export function resultTable(results: readonly FaultResult[]): string {
  return markdownTable([
    [
      'Fault',
      'Rules',
      'Calls to the first divergence',
      'Steps reported',
      'Known minimum',
      'Calls spent on shrinking',
      'Rules blamed',
      'Remark',
    ],
    ...results.map(rowOf),
  ]);
}

function rowOf(result: FaultResult): readonly string[] {
  const { fault, detections } = result;
  const each = (tell: (first: NonNullable<Detection['first']>, all: Detection) => number): string =>
    detections.map((all) => (all.first ? String(tell(all.first, all)) : '-')).join(' / ');
  return [
    fault.id,
    fault.rules.join(', '),
    each((_first, { explored }) => explored),
    each(({ steps }) => steps),
    String(fault.shortest.steps.length),
    each(({ shrinking }) => shrinking),
    blamedIn(result),
    complaints(result).join('; '),
  ];
}

/** The rules of the fault that were blamed; of seeds where none was, the others in brackets. */
function blamedIn({ fault, detections }: FaultResult): string {
  const blamed = detections.map(({ first }) => {
    const rules = first?.divergence.rules ?? [];
    const own = fault.rules.filter((rule) => rules.includes(rule));
    return own.length > 0 ? own.join(', ') : `(${rules.join(', ')})`;
  });
  return [...new Set(blamed)].join(' / ');
}
