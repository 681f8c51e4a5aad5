import { Command } from 'commander';
import { CONTRADICTIONS } from '../../model/contradictions.ts';
import { CATALOGUE } from '../../model/rules/catalogue.ts';
import { reportDivergence } from '../../reports/json/reportedDivergence.ts';
import { causeBlock } from '../../reports/terminal/divergenceBlock.ts';
import { printableLine } from '../../reports/wording/printable.ts';
import { EXIT } from '../exitCode.ts';
import { explainContradiction } from '../explaining/explainContradiction.ts';
import { explainPlace } from '../explaining/explainFile.ts';
import { explainOperation, operationNamed } from '../explaining/explainOperation.ts';
import { explainRule } from '../explaining/explainRule.ts';
import { divergenceNamed, readReported } from '../explaining/reportedDivergences.ts';
import type { Told } from '../explaining/told.ts';
import { type Io, paint, print, reportWidth, writeJson } from '../io.ts';
import { wholeNumber } from '../options/numbers.ts';
import { wrapText } from '../wrapText.ts';

interface ExplainFlags {
  readonly exchange?: number;
  readonly sequence?: number;
  readonly trace?: string;
  readonly divergence?: string;
  readonly json?: boolean;
}

/** `explain`: answer questions about a rule, an operation, a divergence, an exchange. */
export function explainCommand(io: Io, end: (exitCode: number) => void): Command {
  const number = wholeNumber(1, Number.MAX_SAFE_INTEGER);
  return new Command('explain')
    .description(
      'explain a rule (NR-01), a contradiction of the documents (X3), an operation (DeleteSecret), or something in a ' +
        'report, a log or a recording',
    )
    .argument('<subject>', 'id of a rule or contradiction, name of an operation, or a file')
    .option(
      '--divergence <which>',
      'of a report.json or run.jsonl: its number, or its signature or a part of it',
    )
    .option('--exchange <n>', 'of a log or recording: what was allowed, why, and what came', number)
    .option('--sequence <n>', 'of a log: every exchange of this sequence', number)
    .option('--trace <id>', 'the recording meant, where a file holds several')
    .option('--json', 'print one JSON object on standard output')
    .action(async (subject: string, flags: ExplainFlags) => {
      await explain(io, subject, flags);
      end(EXIT.conforms);
    });
}

async function explain(io: Io, subject: string, flags: ExplainFlags): Promise<void> {
  const told = known(subject) ?? (await inFile(subject, flags));
  if (told === undefined) return explainDivergence(io, subject, flags);
  if (flags.json) return writeJson(io.out, told.json);
  const width = reportWidth(io.out);
  const lines = told.lines.flatMap((line) => wrapText(printableLine(line), width - 4));
  await print(io.out, [printableLine(told.title), ...lines.map((line) => `    ${line}`), ''].join('\n'));
}

/** What the model itself knows of a subject. */
function known(subject: string): Told | undefined {
  const id = subject.toUpperCase();
  const rule = CATALOGUE.find((each) => each.id === id);
  if (rule) return explainRule(rule);
  const contradiction = CONTRADICTIONS.find((each) => each.id === id);
  if (contradiction) return explainContradiction(contradiction);
  const operation = operationNamed(subject);
  return operation && explainOperation(operation);
}

async function inFile(file: string, flags: ExplainFlags): Promise<Told | undefined> {
  const { exchange, sequence, trace } = flags;
  if (exchange === undefined && sequence === undefined) return undefined;
  return explainPlace(file, {
    ...(exchange !== undefined && { exchange }),
    ...(sequence !== undefined && { sequence }),
    ...(trace !== undefined && { trace }),
  });
}

async function explainDivergence(io: Io, file: string, flags: ExplainFlags): Promise<void> {
  const { divergences, catalogue } = await readReported(file);
  const divergence = divergenceNamed(divergences, flags.divergence, file);
  if (flags.json) return writeJson(io.out, { divergence: reportDivergence(divergence) });
  const setting = { width: reportWidth(io.out), paint: paint(io.out), catalogue, scripts: new Map() };
  const title = `Divergence ${divergences.indexOf(divergence) + 1} of ${divergences.length}`;
  await print(io.out, `${causeBlock({ first: divergence, others: [] }, title, setting).join('\n')}\n`);
}
