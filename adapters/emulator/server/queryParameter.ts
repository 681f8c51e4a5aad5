/** The query of a request, as fastify reads it. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** A parameter of a query; the first one where it is given several times. */
export function queryParameter(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}
