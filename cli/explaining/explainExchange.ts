import type { ExchangeEvent, Expectation } from '../../model/event.ts';
import { describeAnswer } from '../../model/oracle/describe.ts';
import { operationName } from '../../model/oracle/operationName.ts';
import { CATALOGUE } from '../../model/rules/catalogue.ts';
import { type AuditRecord, auditRecord } from '../../model/rules/events/auditRecord.ts';
import type { ExplainedExchange } from '../../properties/recorded/explainExchange.ts';
import { auditLine } from './explainOperation.ts';
import type { Told } from './told.ts';

/** An exchange: what was allowed and why, what came, which rules that follows or breaks, and the record it leaves. */
export function explainExchange(explained: ExplainedExchange): Told {
  const { exchange, allowed, divergences } = explained;
  const { judgement, rules, state, step, n } = exchange;
  const number = step ?? n;
  const audit = auditOf(exchange);
  const broken = [...new Set(divergences.flatMap((divergence) => divergence.rules))];
  return {
    json: {
      exchange: {
        exchange: number,
        call: callOf(exchange),
        state,
        allowed,
        answer: answerOf(exchange),
        judgement,
        rules,
        broken,
        differs: divergences.map(({ differs }) => differs),
        audit: audit ?? null,
      },
    },
    title: `exchange ${number}: ${callOf(exchange)}`,
    lines: [
      `before: ${state.before}`,
      ...allowed.map((expectation) => `allowed: ${expectationText(expectation)}`),
      `came: ${answerOf(exchange)}`,
      `judged: ${judgement}${rules.length > 0 ? `, by ${rules.join(', ')}` : ''}`,
      ...divergences.map(({ differs }) => `differs: ${differs}`),
      `after: ${state.after}`,
      ...told('rule', rules),
      ...told('broken', broken),
      ...(audit === 'none' ? [] : [auditLine(audit)]),
    ],
  };
}

/** The exchanges of a sequence, each in a line. */
export function explainSequence(sequence: number, exchanges: readonly ExchangeEvent[]): Told {
  return {
    json: {
      sequence: {
        sequence,
        exchanges: exchanges.map((exchange) => ({
          exchange: exchange.step ?? exchange.n,
          call: callOf(exchange),
          state: exchange.state,
          answer: answerOf(exchange),
          judgement: exchange.judgement,
          rules: exchange.rules,
          audit: auditOf(exchange) ?? null,
        })),
      },
    },
    title: `sequence ${sequence}: ${exchanges.length} exchanges`,
    lines: exchanges.map((exchange) => {
      const { n, step = n, state, judgement, rules } = exchange;
      const audit = auditOf(exchange);
      const logged = audit === undefined || audit === 'none' ? '' : `; logged as ${audit.operationName}`;
      return `${step}: ${state.before} > ${callOf(exchange)} > ${answerOf(exchange)} > ${state.after}; ${judgement}${rules.length > 0 ? ` by ${rules.join(', ')}` : ''}${logged}`;
    }),
  };
}

function callOf({ command }: ExchangeEvent): string {
  const name = 'name' in command ? ` ${command.name}` : '';
  return `${operationName(command)}${name}`;
}

function answerOf({ answer }: ExchangeEvent): string {
  return 'lost' in answer ? answer.detail : describeAnswer(answer);
}

/** `'none'` where the reply was lost: nobody knows what was logged. */
function auditOf({ command, answer }: ExchangeEvent): AuditRecord | undefined | 'none' {
  return 'lost' in answer ? 'none' : auditRecord(command, answer);
}

function expectationText({ answer, rules, when }: Expectation): string {
  return `${answer}${rules.length > 0 ? ` by ${rules.join(', ')}` : ''}${when === undefined ? '' : `, ${when}`}`;
}

function told(word: string, ids: readonly string[]): readonly string[] {
  const rules = new Map(CATALOGUE.map((rule) => [String(rule.id), rule]));
  return ids.map((id) => `${word} ${id}: ${rules.get(id)?.statement ?? ''}`);
}
