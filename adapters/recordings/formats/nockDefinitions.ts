import type { Json } from '../../../model/json.ts';
import type { RecordedExchange, Recording } from '../recordedExchange.ts';
import { Entry, members } from './entry.ts';
import { exchangeOf } from './exchange.ts';
import { nockRecording } from './nock.ts';
import { nockHeaders, nockReplyBody, nockRequestBody } from './nockMessage.ts';
import type { Place } from './place.ts';
import { splitUri } from './requestUri.ts';
import { bodyFromBytes } from './wireBody.ts';

/** Whether a JSON document is a list of nock's definitions: what its recorder gives with `output_objects`. */
export function isNockDefinitions(document: Json): document is readonly Json[] {
  return (
    Array.isArray(document) &&
    document.some((one) => typeof one === 'object' && one !== null && 'scope' in one)
  );
}

/** Reads `[{scope, method, path, body, status, response, rawHeaders}]`. */
export function readNockDefinitions(definitions: readonly Json[], place: Place): Recording {
  return nockRecording(
    place.file,
    members(definitions, place, 'definition').map(({ value, place: at, n }) =>
      readDefinition(new Entry(value, at, 'it'), n),
    ),
  );
}

function readDefinition(definition: Entry, n: number): RecordedExchange {
  const headers = nockHeaders(definition.get('rawHeaders', 'headers'));
  const { place } = definition;
  return exchangeOf(
    {
      n,
      method: definition.text('method'),
      target: splitUri(definition.text('scope').replace(/\/$/, '') + definition.text('path')),
      requestBody: nockRequestBody(definition.get('body'), place),
      status: definition.status('status'),
      headers,
      body: replyBody(definition, headers),
    },
    place,
  );
}

function replyBody(definition: Entry, headers: Readonly<Record<string, string>>): Json | undefined {
  const response = definition.get('response');
  return definition.get('responseIsBinary') === true && typeof response === 'string'
    ? bodyFromBytes(Buffer.from(response, 'hex'), headers, definition.place)
    : nockReplyBody(response, headers, definition.place);
}
