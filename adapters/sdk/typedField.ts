import type { Fields } from '../../model/fields.ts';
import type { Json, JsonObject } from '../../model/json.ts';

/** A text, where a field is one. */
export function textOf(field: Json | undefined): string | undefined {
  return typeof field === 'string' ? field : undefined;
}

/** A yes or no, where a field is one. */
export function flagOf(field: Json | undefined): boolean | undefined {
  return typeof field === 'boolean' ? field : undefined;
}

/** A number, where a field is one. */
export function numberOf(field: Json | undefined): number | undefined {
  return typeof field === 'number' ? field : undefined;
}

/** The members of a field that is an object; none where it is not. */
export function membersOf(field: Json | undefined): JsonObject {
  return typeof field === 'object' && field !== null && !Array.isArray(field) ? (field as JsonObject) : {};
}

/** The items of a field that is a list, undefined where it is none. */
export function itemsOf(field: Json | undefined): readonly Json[] | undefined {
  return Array.isArray(field) ? field : undefined;
}

/** The texts in a field that is a list, undefined where it is none. */
export function textsOf(field: Json | undefined): string[] | undefined {
  return itemsOf(field)?.filter((item) => typeof item === 'string');
}

/** The bytes of a field in base64url, undefined where it is no text. */
export function bytesOf(field: Json | undefined): Uint8Array | undefined {
  return typeof field === 'string' ? Buffer.from(field, 'base64url') : undefined;
}

/** Tags, where they are an object. */
export function tagsOf(field: Json | undefined): { [name: string]: string } | undefined {
  return field === undefined ? undefined : (membersOf(field) as { [name: string]: string });
}

/** An instant in Unix seconds as a date, undefined where the field is no number. */
export function dateOf(field: Json | undefined): Date | undefined {
  return typeof field === 'number' ? new Date(field * 1000) : undefined;
}

/** What a caller sends with a command; nothing where it sends nothing. */
export function inputOf(command: { readonly input: Fields | 'unrecorded' }): Fields {
  return command.input === 'unrecorded' ? {} : command.input;
}
