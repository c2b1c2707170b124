import type { Types } from './kit/builder.js';
import { relationPart } from './kit/items.js';
import { readsParts } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';
import type { RelationItem } from '../store/answers.js';

type RelationFields = PothosSchemaTypes.ObjectFieldBuilder<Types, RelationItem>;

/** Returns the fields that say how well sources support a relation. */
export function supportFields({ enums }: SchemaParts, t: RelationFields) {
  return {
    standing: t.field({
      type: enums.standing,
      description:
        'How well sources support the relation: stated, only inferred, a choice of the editors, or only denied.',
      extensions: readsParts('standing'),
      resolve: (item, _args, context) => relationPart(item, 'standing', context),
    }),
    isContested: t.boolean({
      description:
        'True if a source contradicts the relation as a whole, or contradicts another relation in favour of this one: see `rivals`. A source that only states another value of a property, such as another date, does not contest the relation: see `disagreements`.',
      extensions: readsParts('isContested'),
      resolve: (item, _args, context) => relationPart(item, 'isContested', context),
    }),
    publisherCount: t.int({
      description:
        'The number of publishers that state the relation explicitly. Several may print the same press release: see `originCount`.',
      extensions: readsParts('publisherCount'),
      resolve: (item, _args, context) => relationPart(item, 'publisherCount', context),
    }),
    originCount: t.int({
      description:
        'The number of independent origins: the informers of these publishers, each counted once.',
      extensions: readsParts('originCount'),
      resolve: (item, _args, context) => relationPart(item, 'originCount', context),
    }),
  };
}
