import type { Call } from '../../call.ts';
import type { Command, Input, SetCommand, UpdateCommand } from '../../command.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import type { RuleId } from '../../rule.ts';
import { anyRefusal, badParameter, methodNotAllowed, notRouted } from '../errors/refusals.ts';

/** Limits of what a request may carry (LM-01, LM-05, LS-06). */
export const LIMITS = {
  /** Characters of an object's name. */
  name: 127,
  /** Bytes of a secret's value, the kilobyte taken as 1,024 bytes. */
  value: 25_600,
  /** Bytes of a secret's value, the kilobyte taken as 1,000 bytes: the documents say "25 KB" and "25k bytes". */
  surelyAccepted: 25_000,
  /** Characters of a content type. */
  contentType: 255,
  /** Tags of one object. */
  tags: 15,
  /** Characters of a tag's name or value. */
  tag: 512,
  /** Items of a page. */
  page: 25,
} as const;

/** Why a request may be refused whatever the state of the vault, and how. */
export interface Invalidity {
  readonly patterns: readonly Pattern[];
  readonly rules: readonly RuleId[];
  /** What in the request makes it so, as a noun: `a name longer than 127 characters`. */
  readonly because: string;
  /** True where no source tells whether it is refused: it may as well be answered as if nothing were the matter. */
  readonly unspecified?: boolean;
}

/** A refusal whose code no source tells. */
const BAD_REQUEST: Pattern = { status: [400], refusal: {} };

/** What may make the request invalid whatever the state of the vault; undefined when nothing does. */
export function invalidity(call: Pick<Call, 'command' | 'strictness'>): Invalidity | undefined {
  const { command } = call;
  const { apiVersion } = command;
  if (apiVersion === null) return { patterns: [BAD_REQUEST], rules: ['ER-04'], because: 'no api-version' };
  if (apiVersion !== undefined && !API_VERSION.test(apiVersion)) {
    return { patterns: [BAD_REQUEST], rules: ['LM-07'], because: 'an api-version that there is not' };
  }
  if (command.kind === 'vault') return undefined;
  const invalid = together([invalidName(call), invalidPage(command), invalidInput(command)]);
  if (apiVersion === undefined || call.strictness.service) return invalid;
  // LM-07 lists the versions that the service has; no source says that a target must have each of them.
  const because = 'an api-version that it may not have';
  if (!invalid) return { patterns: [BAD_REQUEST], rules: ['LM-07'], because, unspecified: true };
  return { ...invalid, patterns: [...invalid.patterns, BAD_REQUEST] };
}

/** Of several things that are wrong any may be found first; what must be refused for one of them must be refused. */
function together(found: readonly (Invalidity | undefined)[]): Invalidity | undefined {
  const all = found.filter((invalid) => invalid !== undefined);
  const first = all.find(({ unspecified }) => !unspecified) ?? all[0];
  return first && { ...first, patterns: all.flatMap(({ patterns }) => patterns) };
}

/** LM-07: `7.0`, `7.4-preview.1`, `2016-10-01`, `2025-07-01`. */
const API_VERSION = /^(7\.\d+|20\d\d-\d\d-\d\d)(-preview(\.\d+)?)?$/;
const NAME = new RegExp(`^[0-9A-Za-z-]{1,${LIMITS.name}}$`);

/** LM-01: refused as a parameter, or not routed at all. No refusal of a name that is too long was recorded. */
function invalidName({ command, strictness }: Pick<Call, 'command' | 'strictness'>): Invalidity | undefined {
  if (!('name' in command) || NAME.test(command.name)) return undefined;
  const elsewhere: Pattern = { status: [404, 405], refusal: {} };
  if (/^[0-9A-Za-z-]+$/.test(command.name)) {
    const because = `a name longer than ${LIMITS.name} characters`;
    return { patterns: [BAD_REQUEST, elsewhere], rules: ['LM-01'], because };
  }
  const because = 'a character that names do not have';
  const patterns = strictness.service ? [...RECORDED_OF_BAD_NAMES] : [badParameter(), elsewhere];
  return { patterns, rules: ['LM-01', 'ER-13'], because };
}

/** Recordings: 16 calls with characters that names do not have, 6 with one that no path has, 17 with no name at all. */
const RECORDED_OF_BAD_NAMES: readonly Pattern[] = [
  badParameter(/^The request URI contains an invalid name: /, /^Operation not specified$/),
  notRouted(),
  methodNotAllowed(),
];

function invalidPage(command: Command): Invalidity | undefined {
  if (!('maxResults' in command) || command.maxResults === undefined) return undefined;
  const fits =
    Number.isInteger(command.maxResults) && command.maxResults >= 1 && command.maxResults <= LIMITS.page;
  if (fits) return undefined;
  // The specification names the bounds; nothing that was recorded or reported tells what the service does beyond them.
  const because = `a page size outside 1 to ${LIMITS.page}`;
  return { patterns: [BAD_REQUEST], rules: ['LS-06'], because, unspecified: true };
}

function invalidInput(command: Command): Invalidity | undefined {
  if (!isWrite(command)) return undefined;
  const rules: readonly RuleId[] = [command.op === 'update' ? 'LS-11' : 'LS-10'];
  if (command.broken) {
    const because = command.broken === 'no-body' ? 'a body that is missing' : 'a body that is not JSON';
    return { patterns: [anyRefusal()], rules, because };
  }
  if (command.input === 'unrecorded') return undefined;
  const missing = missingInput(command, command.input);
  if (missing !== undefined) return { patterns: [BAD_REQUEST], rules, because: missing };
  return command.kind === 'certificate' && command.op === 'create' && command.input.policy === undefined
    ? NO_POLICY
    : excess(command.input);
}

type Write = SetCommand | UpdateCommand;

function isWrite(command: Command): command is Write {
  return ['set', 'create', 'import', 'update'].includes(command.op);
}

/** A policy may be left out where the certificate has one; nothing that was recorded leaves it out. */
const NO_POLICY: Invalidity = {
  patterns: [BAD_REQUEST],
  rules: ['CR-07'],
  because: 'a policy that is missing',
  unspecified: true,
};

/** What the specification requires of a body and is not in it, in words; undefined when nothing is missing. */
function missingInput({ op, kind }: Write, input: Exclude<Input, 'unrecorded'>): string | undefined {
  if (op === 'set' && kind === 'secret' && typeof input.value !== 'string') return 'a value that is missing';
  if (op === 'create' && kind === 'key' && typeof input.kty !== 'string') return 'a key type that is missing';
  if (op === 'import' && kind === 'key' && input.key === undefined) return 'a key that is missing';
  if (op !== 'import' || kind !== 'certificate' || typeof input.value !== 'string') return undefined;
  return isCertificateFile(input.value) ? undefined : 'a file that holds no certificate';
}

/** PEM, or PKCS #12 in base64, which begins with the tag of a sequence; a log keeps a token instead of either. */
function isCertificateFile(value: string): boolean {
  return value.includes('-----BEGIN ') || /^(<|\s*M[A-P])/.test(value);
}

/** LM-05: what is larger than it may be. */
function excess({ value, contentType, tags }: Exclude<Input, 'unrecorded'>): Invalidity | undefined {
  const entries = typeof tags === 'object' && tags !== null ? Object.entries(tags) : [];
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value).length : 0;
  if (bytes > LIMITS.value) return tooMuch(`a value longer than ${LIMITS.value} bytes`);
  if (typeof contentType === 'string' && contentType.length > LIMITS.contentType)
    return tooMuch(`a content type longer than ${LIMITS.contentType} characters`);
  if (entries.length > LIMITS.tags) return tooMuch(`more than ${LIMITS.tags} tags`);
  if (entries.some((tag) => tag.some((text) => String(text).length > LIMITS.tag)))
    return tooMuch(`a tag longer than ${LIMITS.tag} characters`);
  if (bytes <= LIMITS.surelyAccepted) return undefined;
  return { ...tooMuch('a value that may be longer than "25k bytes"'), unspecified: true };
}

/** No answer to a request beyond these limits was recorded: that it is refused is documented, the code is not. */
function tooMuch(because: string): Invalidity {
  return { patterns: [BAD_REQUEST], rules: ['LM-05'], because };
}
