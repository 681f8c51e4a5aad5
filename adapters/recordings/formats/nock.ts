import { type AnyNode, parse } from 'acorn';
import { type RecordedExchange, type Recording, UNRECORDED } from '../recordedExchange.ts';
import { nockChains } from './nockChains.ts';
import { nockExchanges } from './nockExchanges.ts';
import { fail, type Place, within } from './place.ts';

/**
 * Reads a JavaScript file of nock's recorder, of the SDK's recorder in Node that builds on it, or a test that mocks
 * with nock. The file is parsed and never executed; what its chains are given must be written out as literals.
 */
export function readNockFile(text: string, place: Place): Recording {
  if (text.length > place.limits.script) {
    fail(place, `JavaScript of more than ${place.limits.script} characters`, 'Split the file');
  }
  try {
    return nockRecording(place.file, exchangesOf(programOf(text, place), place));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failNested(place);
  }
}

/** A recording of nock's; request bodies were kept unless a `*` stands in the place of all there were. */
export function nockRecording(id: string, exchanges: readonly RecordedExchange[]): Recording {
  const bodies = exchanges
    .filter(({ plane }) => plane === 'data' || plane === 'management')
    .map(({ requestBody }) => requestBody)
    .filter((body) => body !== undefined);
  return {
    id,
    format: 'nock',
    requestBodiesRecorded: bodies.length === 0 || bodies.some((body) => body !== UNRECORDED),
    excerpt: false,
    looseOrder: false,
    exchanges,
  };
}

function programOf(text: string, place: Place): AnyNode {
  try {
    // The recorder's own output to a terminal has lines between the calls that are no code.
    return parse(text.replaceAll(/^<<<<<<-- cut here -->>>>>>$/gm, ''), {
      ecmaVersion: 'latest',
      sourceType: 'script',
      locations: true,
      allowHashBang: true,
      allowImportExportEverywhere: true,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
    });
  } catch (error) {
    if (!(error instanceof SyntaxError) || !('loc' in error)) throw error;
    if (error.message.startsWith('Not enough stack space')) failNested(place);
    const { line, column } = error.loc as { line: number; column: number };
    const at = within(place, `line ${line}, column ${column + 1}`);
    return fail(at, 'broken JavaScript', 'Record it again, or repair it there');
  }
}

function exchangesOf(program: AnyNode, place: Place): RecordedExchange[] {
  const exchanges: RecordedExchange[] = [];
  for (const chain of nockChains(program, place)) {
    for (const exchange of nockExchanges(chain, exchanges.length, place)) exchanges.push(exchange);
  }
  return exchanges;
}

function failNested(place: Place): never {
  fail(place, 'JavaScript nested too deep', 'No recorder writes this: check where the file comes from');
}
