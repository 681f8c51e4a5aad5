import type { RunEvent } from '../../model/event.ts';
import { EVENT_SHAPES } from './eventShapes.ts';
import type { Line } from './lines.ts';
import { findMisfit } from './shape.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** An event, or what is wrong with the line that should hold one. */
export type Parsed = { readonly event: RunEvent } | { readonly problem: string };

/** Whether a value has the type of an event and every field that the type needs. */
function findProblem(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return 'it is no event';
  const shape = Object.entries(EVENT_SHAPES).find(([type]) => type === value.type);
  if (shape === undefined) return `its type ${JSON.stringify(value.type)} is none that a log has`;
  const misfit = findMisfit(value, { fields: shape[1] }, '');
  return misfit === undefined ? undefined : `${misfit} (${shape[0]} event)`;
}

/** Reads one line of a log as an event. */
export function parseEvent(line: Line): Parsed {
  if (line.tooLong) return { problem: 'it is too long for an event' };
  let value: unknown;
  try {
    value = JSON.parse(UTF8.decode(line.bytes));
  } catch {
    return { problem: 'it is not JSON' };
  }
  const problem = findProblem(value);
  return problem === undefined ? { event: value as RunEvent } : { problem };
}
