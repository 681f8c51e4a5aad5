import type { Json } from '../../../model/json.ts';
import type { Recording } from '../recordedExchange.ts';
import { readBrowserRecording } from './browser.ts';
import { readEntries } from './entries.ts';
import { Entry } from './entry.ts';
import { readHar } from './har.ts';
import { parseJson } from './jsonText.ts';
import { readNetworkCalls } from './networkCalls.ts';
import { readNockFile } from './nock.ts';
import { isNockDefinitions, readNockDefinitions } from './nockDefinitions.ts';
import { fail, type Place } from './place.ts';
import { isTrace, readTrace } from './traces.ts';
import { readCassette } from './vcr.ts';
import { parseYaml } from './yamlText.ts';

/** Readers of JSON documents by the field that no other format has. */
const READERS: Readonly<Record<string, (document: Entry) => Recording>> = {
  Entries: readEntries,
  interactions: readCassette,
  recordings: readBrowserRecording,
  networkCallRecords: readNetworkCalls,
  log: readHar,
};

/**
 * Reads a file that holds one recording as a whole. Its format is told by what it holds, never by its name.
 * @throws RecordingError when it is of no known format, or is broken.
 */
export function readDocument(text: string, place: Place): Recording {
  if (/^\s*[{[]/.test(text)) return readJson(parseJson(text, place), place);
  if (/^(?:interactions|version)[ \t]*:/m.test(text)) return readJson(parseYaml(text, place), place);
  if (/\bnock\b/.test(text)) return readNockFile(text, place);
  return unknown(place);
}

function readJson(document: Json, place: Place): Recording {
  if (isTrace(document)) return readTrace(document, place);
  if (isNockDefinitions(document)) return readNockDefinitions(document, place);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return unknown(place);
  const [, reader] = Object.entries(READERS).find(([field]) => field in document) ?? [];
  return reader === undefined ? unknown(place) : reader(new Entry(document, place, 'the file'));
}

function unknown(place: Place): never {
  fail(
    place,
    'this is no recording of a known format',
    'Known are: trace JSONL, run.jsonl, test-proxy and HttpRecorder JSON, vcrpy and go-vcr cassettes, nock files, ' +
      'browser recordings of the JavaScript SDK, networkCallRecords, and HAR',
  );
}
