import type { Json } from '../../model/json.ts';

/** A reply's body as text or JSON, or why it cannot be read. */
export type ReplyBody =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly json: Json }
  | { readonly kind: 'text'; readonly text: string; readonly problem: string };

/** Deeper than any body of a vault; what is nested further would exhaust the stack of whoever walks it. */
const DEEPEST = 64;

/** Reads the bytes of a body. What is not JSON stays text, with what is wrong with it. */
export function readBody(bytes: Uint8Array): ReplyBody {
  if (bytes.length === 0) return { kind: 'empty' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'text', text: new TextDecoder().decode(bytes), problem: 'not UTF-8' };
  }
  if (text.trim() === '') return { kind: 'empty' };
  if (depthOf(text) > DEEPEST) return { kind: 'text', text, problem: `nested deeper than ${DEEPEST} levels` };
  try {
    return { kind: 'json', json: JSON.parse(text) as Json };
  } catch {
    return { kind: 'text', text, problem: /^\s*</.test(text) ? 'HTML or XML, not JSON' : 'not JSON' };
  }
}

/** How deep brackets nest outside strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '\\') i++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth--;
  }
  return deepest;
}
