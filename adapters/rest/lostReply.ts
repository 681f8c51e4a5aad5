import type { Lost } from '../../model/answer.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import { tooLargeText, UnreadableBody } from './contentCoding.ts';

/** Codes with which undici says that bytes came which are not the reply they claim to be. */
const UNREADABLE_CODES: ReadonlySet<string> = new Set([
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_HEADERS_OVERFLOW',
]);

/**
 * What a failure after the connection stood means for the call: it may have happened or not.
 * @param maxBodyBytes the limit that a body's size was held against
 * @throws TargetTrouble (usage) when undici refuses the request itself
 */
export function lostReply(error: unknown, maxBodyBytes: number): Lost {
  const { code, message } = described(error);
  if (error instanceof UnreadableBody) return { lost: 'unreadable', detail: message };
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return { lost: 'unreadable', detail: tooLargeText(maxBodyBytes) };
  if (isParserError(error) || UNREADABLE_CODES.has(code)) {
    return { lost: 'unreadable', detail: `the reply is not HTTP: ${message}` };
  }
  if (code === 'UND_ERR_INVALID_ARG') {
    throw new TargetTrouble('usage', `the request cannot be sent: ${message}`, { cause: error });
  }
  return { lost: 'reset', detail: `the connection broke before the whole reply was there: ${message}` };
}

function isParserError(error: unknown): boolean {
  return error instanceof Error && error.name === 'HTTPParserError';
}

/** The code and the message of whatever was thrown. */
export function described(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { code, message: error.message || code };
}
