import type { SequenceRow, TargetSummary, WireRequest } from '../../model/event.ts';
import type { DivergenceSummary, RunSummary } from '../fold/runSummary.ts';
import { expectationPhrase } from '../wording/divergence.ts';
import { formatDuration } from '../wording/duration.ts';
import { printableLine } from '../wording/printable.ts';
import { type CarriedValue, carriedValues } from './carriedValue.ts';
import { introduction } from './introduction.ts';
import { bodyText, type Samples } from './requestBody.ts';
import { pathAfterVault, requestPath } from './requestPath.ts';
import { scriptPrelude } from './scriptPrelude.ts';
import { type Piece, replaceInPieces, shellWord } from './shellWord.ts';

/** Headers that curl, the script or the connection sees to. */
const OWN_HEADERS = new Set([
  'accept-encoding',
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'host',
  'transfer-encoding',
  'user-agent',
  'x-ms-client-request-id',
]);
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

function headerWords(request: WireRequest): readonly string[] {
  const headers = Object.entries(request.headers ?? {}).filter(
    ([name]) => HEADER_NAME.test(name) && !OWN_HEADERS.has(name.toLowerCase()),
  );
  const typed = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (request.body !== undefined && !typed) headers.push(['content-type', 'application/json']);
  return headers.map(([name, value]) => shellWord(`${name}: ${value.replace(/[\r\n]+/g, ' ')}`));
}

/** One call of a script, values taken from earlier replies put in where they stood. */
function callLine(request: WireRequest, carried: readonly CarriedValue[], samples: Samples): string {
  const next = carried.find(
    (value) => value.take === 'next_path' && value.text === pathAfterVault(request.url),
  );
  let path: readonly Piece[] = next === undefined ? requestPath(request.url) : [{ variable: next.variable }];
  let body: readonly Piece[] = [bodyText(request, samples)];
  for (const { text, variable, take } of carried) {
    if (take === 'next_path') continue;
    path = replaceInPieces(path, text, variable);
    body = replaceInPieces(body, text, variable);
  }
  const words = [shellWord(request.method), shellWord(...path), shellWord(...body), ...headerWords(request)];
  return `call ${words.join(' ')}`;
}

/**
 * Before a call, whose token it takes: that of the caller who made it in the run. One that is set and empty stands for
 * no token.
 */
function asCaller(principal: string | undefined): string {
  if (principal === undefined) return '';
  const variable = `TOKEN_${principal.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
  return `TOKEN=\${${variable}?Set it to a token of the caller ${principal.replace(/[^\w -]/g, ' ')}} `;
}

function rowLines(
  row: SequenceRow,
  number: number,
  carried: readonly CarriedValue[],
  samples: Samples,
): readonly string[] {
  const state = row.state === undefined || row.state === '' ? '' : ` (state: ${row.state})`;
  const title = printableLine(`${number}. ${row.call}${state}, at ${formatDuration(row.at)}`);
  const lines = [`step ${shellWord(title)}`];
  if (row.advance !== undefined) lines.push(`advance_clock ${Math.max(0, Math.ceil(row.advance))}`);
  else if (row.request !== undefined)
    lines.push(asCaller(row.principal) + callLine(row.request, carried, samples));
  else lines.push("said 'The request of this call is not known, so the script cannot make it.'");
  if (row.answer !== undefined)
    lines.push(`said ${shellWord(printableLine(`in the run came: ${row.answer}`))}`);
  return lines;
}

/** Whole seconds that pass before a row although no row moves time on: the run waited for something to settle. */
function waitBefore(row: SequenceRow, before: SequenceRow | undefined): number {
  const due = before === undefined ? 0 : before.at + (before.advance ?? 0);
  return Math.max(0, Math.round(row.at - due));
}

function waitLines(seconds: number): readonly string[] {
  if (seconds === 0) return [];
  return [
    `step ${shellWord(`In the run, ${formatDuration(seconds)} passed here.`)}`,
    `advance_clock ${seconds}`,
    '',
  ];
}

/**
 * Writes a bash script that replays the shortest sequence of a divergence with curl, with what is expected and what
 * came. `name` is the file it will stand in. It holds no token; it reads `$TOKEN`.
 * @param samples what stood where the log has a token, as far as it is no secret
 */
export function curlScript(
  divergence: DivergenceSummary,
  summary: RunSummary,
  name: string,
  samples: Samples = new Map(),
): string {
  const rows = divergence.sequence;
  const carried = carriedValues(rows);
  const waits = rows.map((row, index) => waitBefore(row, rows[index - 1]));
  const calls = rows.flatMap((row, index) => [
    ...waitLines(waits[index] ?? 0),
    ...rowLines(row, index + 1, carried.slice(0, index).flat(), samples),
    ...(carried[index] ?? []).map(({ variable, take }) => `${variable}=$(${take})`),
    '',
  ]);
  const allowed = divergence.expected.map((expectation) => printableLine(expectationPhrase(expectation)));
  return [
    '#!/usr/bin/env bash',
    ...introduction(divergence, summary, name),
    scriptPrelude({
      carries: carried.some((values) => values.length > 0),
      clock: rows.some((row) => row.advance !== undefined) || waits.some((wait) => wait > 0),
      ...advanceOf(summary.target),
    }),
    ...calls,
    `step ${shellWord(printableLine(`The last answer differed in the run: ${divergence.differs}`))}`,
    `step 'The rules allow as the last answer:'`,
    ...(allowed.length === 0 ? ["said 'none'"] : allowed.map((answer) => `said ${shellWord(answer)}`)),
    '',
  ].join('\n');
}

function advanceOf(target: TargetSummary): { readonly advance?: WireRequest } {
  return target.advance === undefined ? {} : { advance: target.advance };
}
