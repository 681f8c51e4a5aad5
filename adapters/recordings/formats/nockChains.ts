import type { AnyNode, CallExpression, Expression, SpreadElement } from 'acorn';
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
    const chain = node.type === 'CallExpression' ? unrolled(node) : undefined;
    if (chain !== undefined) {
      checkChain(chain, node, conditional, place);
      chains.push(chain);
      return;
    }
    for (const child of children(node)) visit(child, conditional || CONDITIONAL.has(node.type));
  };
  visit(program, false);
  return chains;
}

/** A chain's calls; undefined when it holds neither `nock(...)` nor `.reply(...)`. */
function unrolled(last: CallExpression): Chain | undefined {
  const calls: ChainCall[] = [];
  let node: AnyNode = last;
  while (node.type === 'CallExpression') {
    const { callee, arguments: args }: CallExpression = node;
    if (callee.type === 'Identifier') {
      if (callee.name === 'nock') return [{ name: 'nock', args, node }, ...calls.reverse()];
      break;
    }
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') break;
    calls.push({ name: callee.property.name, args, node: callee.property });
    node = callee.object;
  }
  return calls.some(({ name }) => name === 'reply') ? calls.reverse() : undefined;
}

function checkChain(chain: Chain, node: AnyNode, conditional: boolean, place: Place): void {
  if (chain[0]?.name !== 'nock') refuse(node, place, 'a reply whose chain does not begin with nock(...)');
  if (conditional) refuse(node, place, 'a call of nock that depends on a condition or a loop');
}

/** The nodes within a node, in order of appearance. */
function children(node: AnyNode): AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
