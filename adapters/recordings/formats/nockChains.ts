import type { AnyNode, CallExpression, Expression, MemberExpression, SpreadElement } from 'acorn';
import { refuse } from './nockLiteral.ts';
import type { Place } from './place.ts';

/** One call of a chain: `.reply(200, ...)`. */
export interface ChainCall {
  readonly name: string;
  readonly args: readonly (Expression | SpreadElement)[];
  readonly node: AnyNode;
}

/** `nock('https://...').get('/...').reply(...)`, as its calls in order; the first is that of `nock`. */
export type Chain = readonly ChainCall[];

/** Code that runs any number of times, or not at all: what is recorded in it cannot be known without running it. */
const CONDITIONAL: ReadonlySet<string> = new Set([
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'SwitchStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
]);

/** All chains of a program, in order of appearance, wherever they stand: recorders wrap them in functions or lists. */
export function nockChains(program: AnyNode, place: Place): Chain[] {
  const chains: Chain[] = [];
  const visit = (node: AnyNode, conditional: boolean): void => {
    if (node.type !== 'CallExpression') {
      for (const child of children(node)) visit(child, conditional || CONDITIONAL.has(node.type));
      return;
    }
    const { root, calls } = unrolled(node);
    if (calls[0]?.name === 'nock') {
      if (conditional) refuse(node, place, 'a call of nock that depends on a condition or a loop');
      chains.push(calls);
      return;
    }
    if (calls.some(({ name }) => name === 'reply')) {
      refuse(node, place, 'a reply whose chain does not begin with nock(...)');
    }
    for (const inner of [root, ...calls.flatMap(({ args }) => args)]) visit(inner, conditional);
  };
  visit(program, false);
  return chains;
}

/** A chain's calls in order, whatever it is a chain of, and what it begins with: for nock's, the name `nock`. */
function unrolled(last: CallExpression): { readonly root: AnyNode; readonly calls: Chain } {
  const calls: ChainCall[] = [];
  let node: AnyNode = last;
  while (node.type === 'CallExpression') {
    const { callee, arguments: args }: CallExpression = node;
    const member: MemberExpression | undefined = callee.type === 'MemberExpression' ? callee : undefined;
    const name = member?.property.type === 'Identifier' ? member.property.name : nameOf(callee);
    calls.push({ name, args, node: member?.property ?? node });
    node = member?.object ?? callee;
  }
  return { root: node, calls: calls.reverse() };
}

/** The name of a function that is called by its name; empty for any other. */
function nameOf(callee: AnyNode): string {
  return callee.type === 'Identifier' ? callee.name : '';
}

/** The nodes within a node, in order of appearance. */
function children(node: AnyNode): AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
