import type { Call } from '../../call.ts';
import type { Command, Input } from '../../command.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import type { RuleId } from '../../rule.ts';
import { anyRefusal, badParameter } from '../errors/refusals.ts';

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
  /** True where no source tells whether it is refused: it may as well be answered as if nothing were the matter. */
  readonly unspecified?: boolean;
}

/** A refusal whose code no source tells. */
const BAD_REQUEST: Pattern = { status: [400], refusal: {} };

/** What may make the request invalid whatever the state of the vault; undefined when nothing does. */
export function invalidity(call: Call): Invalidity | undefined {
  const { command } = call;
  if (command.apiVersion === null) return { patterns: [BAD_REQUEST], rules: ['ER-04'] };
  if (command.apiVersion !== undefined && !API_VERSION.test(command.apiVersion)) {
    return { patterns: [BAD_REQUEST], rules: ['LM-07'] };
  }
  if (command.kind === 'vault') return undefined;
  const invalid = invalidName(command) ?? invalidPage(command) ?? invalidInput(command);
  if (command.apiVersion === undefined || call.strictness.service) return invalid;
  // LM-07 lists the versions that the service has; no source says that a target must have each of them.
  if (!invalid) return { patterns: [BAD_REQUEST], rules: ['LM-07'], unspecified: true };
  return { ...invalid, patterns: [...invalid.patterns, BAD_REQUEST] };
}

/** LM-07: `7.0`, `7.4-preview.1`, `2016-10-01`, `2025-07-01`. */
const API_VERSION = /^(7\.\d+|20\d\d-\d\d-\d\d)(-preview(\.\d+)?)?$/;
const NAME = new RegExp(`^[0-9A-Za-z-]{1,${LIMITS.name}}$`);

function invalidName(command: Command): Invalidity | undefined {
  if (!('name' in command) || NAME.test(command.name)) return undefined;
  // LM-01: refused as a parameter, or not routed at all.
  return { patterns: [badParameter(), { status: [404, 405], refusal: {} }], rules: ['LM-01', 'ER-13'] };
}

function invalidPage(command: Command): Invalidity | undefined {
  if (!('maxResults' in command) || command.maxResults === undefined) return undefined;
  const fits =
    Number.isInteger(command.maxResults) && command.maxResults >= 1 && command.maxResults <= LIMITS.page;
  // The specification names the bounds; nothing that was recorded or reported tells what the service does beyond them.
  return fits ? undefined : { patterns: [BAD_REQUEST], rules: ['LS-06'], unspecified: true };
}

function invalidInput(command: Command): Invalidity | undefined {
  if (command.op !== 'set' && command.op !== 'update') return undefined;
  if (command.broken) return { patterns: [anyRefusal()], rules: ['ER-02'] };
  if (command.input === 'unrecorded') return undefined;
  if (command.op === 'set' && command.kind === 'secret' && typeof command.input.value !== 'string') {
    return { patterns: [BAD_REQUEST], rules: ['LS-10'] };
  }
  const { value } = command.input;
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value).length : 0;
  // No answer to a request beyond these limits was recorded: that it is refused is documented, the code is not.
  if (bytes > LIMITS.value || exceeds(command.input)) return { patterns: [BAD_REQUEST], rules: ['LM-05'] };
  if (bytes <= LIMITS.surelyAccepted) return undefined;
  return { patterns: [BAD_REQUEST], rules: ['LM-05'], unspecified: true };
}

function exceeds({ contentType, tags }: Exclude<Input, 'unrecorded'>): boolean {
  if (typeof contentType === 'string' && contentType.length > LIMITS.contentType) return true;
  if (typeof tags !== 'object' || tags === null) return false;
  const entries = Object.entries(tags);
  return (
    entries.length > LIMITS.tags ||
    entries.some((tag) => tag.some((text) => String(text).length > LIMITS.tag))
  );
}
