import type { WireReply } from '../../model/event.ts';

/** A reply as text: its status, then its body, JSON indented by `indent` blanks (0 for one line). */
export function replyText(reply: WireReply, indent: number): string {
  const { status, body } = reply;
  if (body === undefined) return `HTTP ${status}`;
  const text = typeof body === 'string' ? body : JSON.stringify(body, undefined, indent);
  return `HTTP ${status}${indent === 0 ? ' ' : '\n'}${text}`;
}

/** Text that is no longer than a limit, with a mark of how much was left out. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  return `${characters.slice(0, limit).join('')}… (${characters.length - limit} characters more)`;
}
