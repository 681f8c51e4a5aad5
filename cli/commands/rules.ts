import { Command } from 'commander';
import { needsOf } from '../../model/applicability.ts';
import { CONTRADICTIONS } from '../../model/contradictions.ts';
import type { Rule } from '../../model/rule.ts';
import { CATALOGUE } from '../../model/rules/catalogue.ts';
import { describeSource } from '../../model/rules/sources.ts';
import { EXIT } from '../exitCode.ts';
import { type Io, print, reportWidth, writeJson } from '../io.ts';
import { ruleFilter } from '../options/ruleFilter.ts';
import { UsageError } from '../usageError.ts';
import { wrapText } from '../wrapText.ts';

interface RulesFlags {
  readonly only?: string;
  readonly level?: string;
  readonly source?: string;
  readonly contradiction?: string;
  readonly format: string;
}

/** `rules`: print the catalogue. */
export function rulesCommand(io: Io, end: (exitCode: number) => void): Command {
  return new Command('rules')
    .description('print the rules, each with its level, its sources and the contradiction it belongs to')
    .option('--only <rules>', 'these groups and rules alone: NR,PP-05')
    .option('--level <level>', 'must, should or unspecified')
    .option('--source <text>', 'rules with this in one of their sources: SDO, RECORDINGS, azure-cli')
    .option('--contradiction <id>', 'rules that belong to this contradiction: X3')
    .option('--format <format>', 'text or json', 'text')
    .action(async (flags: RulesFlags) => {
      const rules = select(flags);
      if (flags.format === 'json') await writeJson(io.out, asJson(rules));
      else if (flags.format === 'text')
        await print(io.out, rules.map((rule) => asText(rule, reportWidth(io.out))).join('\n'));
      else throw new UsageError(`--format is text or json, not "${flags.format}"`);
      end(EXIT.conforms);
    });
}

function select(flags: RulesFlags): readonly Rule[] {
  const wanted = ruleFilter(flags.only);
  const level = flags.level;
  if (level !== undefined && !['must', 'should', 'unspecified'].includes(level)) {
    throw new UsageError(`--level is must, should or unspecified, not "${level}"`);
  }
  const contradiction = CONTRADICTIONS.find(({ id }) => id === flags.contradiction?.toUpperCase());
  if (flags.contradiction !== undefined && !contradiction) {
    throw new UsageError(
      `--contradiction: there is no "${flags.contradiction}"; they are X1 to X${CONTRADICTIONS.length}`,
    );
  }
  const source = flags.source?.toLowerCase();
  return CATALOGUE.filter(({ id }) => !wanted || wanted(id))
    .filter((rule) => level === undefined || rule.level === level)
    .filter(({ id }) => !contradiction || contradiction.rules.includes(id))
    .filter(({ sources }) => source === undefined || sources.some((other) => describes(other, source)));
}

function describes(source: string, text: string): boolean {
  return source.toLowerCase().includes(text) || describeSource(source).toLowerCase().includes(text);
}

function asJson(rules: readonly Rule[]): unknown {
  return {
    rules: rules.map((rule) => ({
      ...rule,
      sources: rule.sources.map(describeSource),
      needs: needsOf(rule),
    })),
    contradictions: CONTRADICTIONS.filter(({ rules: ids }) =>
      ids.some((id) => rules.some((rule) => rule.id === id)),
    ),
  };
}

function asText(rule: Rule, width: number): string {
  const notes = [
    rule.contradiction && `contradiction ${rule.contradiction}`,
    rule.evidence && `evidence: ${rule.evidence}`,
    rule.unobservable && `cannot be observed: ${rule.unobservable}`,
  ].filter((note) => note !== undefined && note !== '');
  const lines = [rule.statement, ...rule.sources.map((source) => `- ${describeSource(source)}`), ...notes];
  const body = lines.flatMap((line) => wrapText(String(line), width - 4)).map((line) => `    ${line}`);
  return [`${rule.id}  ${rule.level}, ${rule.basis}; ${rule.appliesTo.join(', ')}`, ...body, ''].join('\n');
}
