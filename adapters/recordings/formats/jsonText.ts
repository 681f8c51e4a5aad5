import type { Json } from '../../../model/json.ts';
import { jsonStructureProblem, type SyntaxProblem } from './jsonSyntax.ts';
import { fail, type Place, within } from './place.ts';

/**
 * Parses a JSON text that a recording consists of.
 * @param line Number of the text's first line, where the text is a line of a larger file; errors then name only it.
 * @throws RecordingError with the line and column of the first fault.
 */
export function parseJson(text: string, place: Place, line?: number): Json {
  const problem = jsonStructureProblem(text, place.limits.nesting);
  if (problem !== undefined) refuse(text, problem, place, line);
  try {
    return JSON.parse(text);
  } catch (error) {
    // What the structure does not show: a bad escape or control character in a string.
    const offset = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return refuse(
      text,
      { offset: Number(offset ?? 0), problem: 'a string that JSON does not allow' },
      place,
      line,
    );
  }
}

function refuse(
  text: string,
  { offset, problem }: SyntaxProblem,
  place: Place,
  line: number | undefined,
): never {
  const before = text.slice(0, offset);
  const column = offset - before.lastIndexOf('\n');
  const at = line ?? before.split('\n').length;
  const remedy = problem.startsWith('nested')
    ? 'No recorder writes this: check where the file comes from'
    : 'Record it again, or repair it there; a file that was cut short ends like this too';
  fail(within(place, `line ${at}, column ${column}`), `broken JSON: ${problem}`, remedy);
}
