import type { ObjectView, Page } from '../../answer.ts';
import type { Call } from '../../call.ts';
import type { ListVersionsCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { PagePattern } from '../../pattern/pagePattern.ts';
import { type Content, nameVersion, putVersion, versionById } from '../../world/content.ts';
import { learn } from '../../world/facts.ts';
import { idsOf, type Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { mayBePlaceholder } from '../certificates/placeholder.ts';
import { notFound } from '../errors/refusals.ts';
import { goneRules } from './getObject.ts';
import { objectFacts } from './objectFacts.ts';
import { showObject, viewFields } from './objectViews.ts';

const NOTHING: PagePattern = { items: [], due: [], seen: [] };

/** `GET /secrets/{name}/versions`: one page. Recordings: an empty list, not a 404, for names without an object. */
export function listVersions(call: Call<ListVersionsCommand>, world: World): Outcome[] {
  const { object } = world;
  if (object.phase === 'live') return [listed(call, world, object)];
  const gone = object.phase === 'absent' && object.gone ? goneRules(object.gone) : [];
  const empty = unchanged(object, { status: [200], page: NOTHING }, ['LS-05', 'LS-01', ...gone]);
  if (object.phase === 'absent' || object.phase === 'purging') return [empty];
  // OQ-20: of a deleted object no recording tells whether the list is empty or a 404.
  return [empty, unchanged(object, notFound(call.command.kind, call.name), ['LS-05', 'DL-06'])];
}

function listed(call: Call<ListVersionsCommand>, world: World, live: Live): Outcome {
  const { content } = live;
  const paged = call.listed === 'unknown';
  const seen = call.listed === undefined || call.listed === 'unknown' ? [] : call.listed;
  const page: PagePattern = {
    items: content.versions.flatMap(({ id, facts }) =>
      id === undefined
        ? []
        : [showObject(call, 'item', { is: id }, objectFacts(call, content, { facts }), world.settings)],
    ),
    ...(mayHoldOthers(content) && { other: showObject(call, 'item', { any: true }, {}, world.settings) }),
    // A version that is only being made is not listed.
    due: paged || mayBePlaceholder(call, content) ? [] : idsOf(content).filter((id) => !seen.includes(id)),
    seen: [...seen],
  };
  const recovered = content.recoveries > 0 ? (['RC-01', 'DL-05'] as const) : (['DL-05'] as const);
  return {
    pattern: { status: [200], page },
    rules: ['LS-06', 'LS-09', ...recovered],
    next: (answer) => ({ ...live, content: learnPage(call, content, answer?.page, paged) }),
  };
}

/** Recordings list no version that is only being made; other targets may, but it has no thumbprint yet. */
function isMade({ strictness }: Call, { fields }: ObjectView): boolean {
  return strictness.service || fields.x5t !== undefined;
}

function mayHoldOthers(content: Content): boolean {
  return !content.complete || content.versions.some(({ id }) => id === undefined);
}

function learnPage(call: Call, content: Content, page: Page | undefined, paged: boolean): Content {
  if (!page) return content;
  let known = content;
  for (const item of page.items) {
    if (item.version === undefined) continue;
    known = nameVersion(known, item.version, item.fields, false);
    const facts = learn(
      versionById(known, item.version)?.facts ?? {},
      item.fields,
      viewFields(call.command.kind, 'item'),
    );
    known = putVersion(known, { id: item.version, facts }, false);
  }
  if (call.command.kind === 'certificate' && page.items.some((item) => isMade(call, item))) {
    known = { ...known, certificate: { operation: 'unknown', ...known.certificate, isPlaceholder: false } };
  }
  if (page.next !== undefined || paged) return known;
  return { ...known, complete: true, currentKnown: known.currentKnown || known.versions.length === 1 };
}
