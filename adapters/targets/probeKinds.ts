import type { Answer, Lost } from '../../model/answer.ts';
import type { ObjectKind } from '../../model/command.ts';
import type { Caller, VaultPlace } from '../rest/caller.ts';

/** What a vault was found to keep. */
export interface ProbedKinds {
  /** Secrets among them in any case: it answers like a vault. */
  readonly kinds: readonly ObjectKind[];
  /** What it keeps, for logs and reports. */
  readonly capabilities: { readonly [capability: string]: string };
  /** What it does not keep or show, each with what is therefore not judged. */
  readonly missing: { readonly [capability: string]: string };
}

/** The kinds whose lists tell whether a vault keeps them, and what people call them. */
const LISTED = [
  ['key', 'keys'],
  ['certificate', 'certificates'],
  ['issuer', 'issuers'],
] as const;

/** Finds out what a vault keeps beside secrets: it does where a list answers 200. */
export async function probeKinds(caller: Caller, vault: string, place: VaultPlace): Promise<ProbedKinds> {
  const kinds: ObjectKind[] = ['secret'];
  const capabilities: Record<string, string> = {};
  const missing: Record<string, string> = {};
  for (const [kind, name] of LISTED) {
    const { answer } = await caller.call({ op: 'list', kind, vault, maxResults: 1 }, place);
    const problem = problemOf(answer);
    if (problem === undefined) {
      kinds.push(kind);
      capabilities[name] = 'their list answers';
    } else missing[name] = `their list ${problem}, so ${name} are not judged`;
  }
  missing.contacts = 'a vault has one list of contacts, which others use, so it is not touched';
  return { kinds, capabilities, missing };
}

function problemOf(answer: Answer | Lost): string | undefined {
  if ('lost' in answer) return `brought no answer (${answer.detail})`;
  if (answer.status === 200) return undefined;
  const { code, inner } = answer.refusal ?? {};
  const words = [answer.status, code, typeof inner === 'string' ? inner : undefined];
  return `answers ${words.filter((word) => word !== undefined).join(' ')}`;
}
