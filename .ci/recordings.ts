// Holds the report of `check --json` over the recordings of the real service to what this project promises of them.
import { readFileSync } from 'node:fs';

/** The part of all exchanges of Key Vault that the model must know a command for. */
const MODELLED = 0.99;

const [path = ''] = process.argv.slice(2);
const { verdict, exchanges, divergences, traces } = JSON.parse(readFileSync(path, 'utf8'));
const { total, modelled, explained, unexplained } = exchanges;

console.log(
  `${traces.length} recordings: ${total} exchanges, ${modelled} modelled, ${explained} explained, ${unexplained} unexplained: ${verdict}`,
);
const holds =
  verdict === 'conforms' &&
  total > 0 &&
  modelled >= MODELLED * total &&
  explained === modelled &&
  divergences.length === 0;
if (!holds) {
  console.error('Every exchange of the real service must be explained, and 99 of 100 be modelled.');
  process.exitCode = 1;
}
