import type { Json } from '../../../model/json.ts';
import type { RecordedExchange, Recording } from '../recordedExchange.ts';
import { Entry } from './entry.ts';
import { exchangeOf } from './exchange.ts';
import { fail, type Place } from './place.ts';
import { splitUri } from './requestUri.ts';
import { bodyFromBytes, bodyFromText } from './wireBody.ts';
import { type Headers, headersFromObject } from './wireHeaders.ts';

/**
 * Reads `{"interactions": [{request, response}]}`: vcrpy's cassettes, from YAML or JSON, and go-vcr's, which name the
 * URI, the status and the body a little differently.
 */
export function readCassette(document: Entry): Recording {
  return {
    id: document.place.file,
    format: 'vcr',
    requestBodiesRecorded: true,
    excerpt: false,
    looseOrder: false,
    exchanges: document
      .list('interactions', 'interaction')
      .map(({ value, place, n }) => readInteraction(new Entry(value, place, 'it'), n)),
  };
}

function readInteraction(interaction: Entry, n: number): RecordedExchange {
  const request = interaction.entry('request');
  const response = interaction.entry('response');
  const headers = headersFromObject(response.get('headers'));
  const { place } = interaction;
  return exchangeOf(
    {
      n,
      method: request.text('method'),
      target: splitUri(request.text('uri', 'url')),
      requestBody: bodyOf(request.get('body'), headersFromObject(request.get('headers')), place),
      status: statusOf(response),
      headers,
      body: bodyOf(response.get('body'), headers, place),
    },
    place,
  );
}

/** vcrpy has `status: {code, message}`; go-vcr has `code` and a text in `status`. */
function statusOf(response: Entry): number | undefined {
  return response.get('code') === undefined
    ? response.entry('status').status('code')
    : response.status('code');
}

/** A text, or one under `string`; bytes under `base64_string`, as older vcrpy has them and the YAML reader gives them. */
function bodyOf(given: Json | undefined, headers: Headers, place: Place): Json | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'object') return bodyFromText(String(given), headers['content-type'], place);
  const { fields } = new Entry(given, place, 'its body');
  if (typeof fields.base64_string === 'string') {
    return bodyFromBytes(Buffer.from(fields.base64_string, 'base64'), headers, place);
  }
  if (fields.string === undefined) {
    fail(place, 'has a body that is neither text nor bytes', 'Record it again with a plain body');
  }
  return bodyOf(fields.string, headers, place);
}
