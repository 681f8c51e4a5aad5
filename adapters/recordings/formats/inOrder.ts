import type { RecordedExchange } from '../recordedExchange.ts';

/**
 * Puts exchanges into the order in which they happened: one recorder of the .NET SDK keeps them by address, so that
 * two calls to different addresses may stand in the wrong order. An exchange without a date stays behind the one that
 * it follows.
 */
export function inOrder(exchanges: readonly RecordedExchange[]): readonly RecordedExchange[] {
  let last = Number.NEGATIVE_INFINITY;
  const dated = exchanges.map((exchange) => {
    last = exchange.date ?? last;
    return { exchange, at: last };
  });
  return dated.sort((a, b) => a.at - b.at).map(({ exchange }) => exchange);
}
