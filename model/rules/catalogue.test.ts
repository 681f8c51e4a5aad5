import { describe, expect, it } from 'vitest';
import { CONTRADICTIONS } from '../contradictions.ts';
import type { Rule, RuleGroup } from '../rule.ts';
import { CATALOGUE, ruleById } from './catalogue.ts';
import { describeSource } from './sources.ts';

/** Rules per group, in the order of the catalogue. Some have more than documents tell: what only evidence shows. */
const COUNTS: { readonly [group in RuleGroup]: number } = {
  SD: 12,
  RT: 14,
  PP: 12,
  NR: 12,
  DL: 13,
  RC: 8,
  PG: 10,
  LS: 11,
  PM: 17,
  VT: 16,
  UN: 3,
  BK: 9,
  CR: 12,
  KY: 7,
  BL: 8,
  EV: 5,
  AS: 10,
  ER: 23,
  LM: 7,
};

/** Ids of the rules for which the predicate does not hold, so that a failure names them. */
function breaking(holds: (rule: Rule) => boolean): readonly string[] {
  return CATALOGUE.filter((rule) => !holds(rule)).map((rule) => rule.id);
}

/** Every text of a rule that a reader sees. */
function texts(rule: Rule): readonly string[] {
  return [rule.statement, rule.evidence ?? '.', rule.unobservable ?? '.'];
}

describe('the rule catalogue', () => {
  it('should hold every rule of every group once, in order', () => {
    const expected = Object.entries(COUNTS).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, i) => `${group}-${String(i + 1).padStart(2, '0')}`),
    );
    expect(CATALOGUE.map((rule) => rule.id)).toEqual(expected);
  });

  it('should state every rule in at most 400 characters that end with a full stop', () => {
    expect(breaking((rule) => /\S.*\.$/.test(rule.statement))).toEqual([]);
    expect(breaking((rule) => rule.statement.length <= 400)).toEqual([]);
  });

  it('should give every evidence and every reason as whole sentences in tidy prose', () => {
    expect(breaking((rule) => texts(rule).every((text) => /[.:]"?$/.test(text)))).toEqual([]);
    expect(breaking((rule) => texts(rule).every((text) => !/ {2}|\s$|^\s/.test(text)))).toEqual([]);
  });

  it('should state no two rules alike', () => {
    expect(new Set(CATALOGUE.map((rule) => rule.statement)).size).toBe(CATALOGUE.length);
  });

  it('should say of every rule what it applies to, each thing once', () => {
    expect(
      breaking(({ appliesTo }) => appliesTo.length > 0 && new Set(appliesTo).size === appliesTo.length),
    ).toEqual([]);
  });

  it('should give every rule sources that resolve, each once', () => {
    expect(breaking(({ sources }) => sources.length > 0 && new Set(sources).size === sources.length)).toEqual(
      [],
    );
    for (const source of CATALOGUE.flatMap((rule) => rule.sources)) {
      expect(describeSource(source)).toMatch(/^\S.{20,}$/);
    }
  });

  it('should cite recordings, an issue or code for every rule that is observed', () => {
    const seen = /^(RECORDINGS|GH) /;
    expect(breaking((rule) => rule.basis !== 'observed' || rule.sources.some((s) => seen.test(s)))).toEqual(
      [],
    );
  });

  it('should name the contradiction of every rule whose sources contradict each other', () => {
    expect(breaking((rule) => rule.basis !== 'contradictory' || rule.contradiction !== undefined)).toEqual(
      [],
    );
  });

  it('should name only contradictions that list the rule in turn', () => {
    const lists = ({ id, contradiction }: Rule): boolean =>
      CONTRADICTIONS.some((x) => x.id === contradiction && x.rules.includes(id));
    expect(breaking((rule) => rule.contradiction === undefined || lists(rule))).toEqual([]);
  });

  it('should refer only to rules that exist', () => {
    const ids = new Set<string>(CATALOGUE.map((rule) => rule.id));
    const known = (text: string): boolean =>
      [...text.matchAll(/\b[A-Z]{2}-\d\d\b/g)].every(([id]) => ids.has(id));
    expect(breaking((rule) => texts(rule).every(known))).toEqual([]);
  });
});

describe('ruleById', () => {
  it('should find a rule by its id', () => {
    expect(ruleById('NR-01').statement).toContain('ObjectIsDeletedButRecoverable');
  });

  it('should find every rule of the catalogue', () => {
    expect(CATALOGUE.map((rule) => ruleById(rule.id))).toEqual(CATALOGUE);
  });

  it('should name an id that does not exist', () => {
    expect(() => ruleById('NR-99')).toThrow("There is no rule 'NR-99'");
  });
});
