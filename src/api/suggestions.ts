import { limits } from '../limits.js';
import { suggestedSlugs } from '../questions/suggestions.js';
import { entityTypeNames } from '../vocabulary/entity-types.js';
import { brings } from './kit/cost.js';
import { entityDraft } from './kit/drafts.js';
import { findEntities } from './kit/find-records.js';
import { PlannedField } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

/** Defines the root field for what may be meant by a slug that no entity has. */
export function defineSuggestions({ builder, entity }: SchemaParts): void {
  builder.queryFields((t) => ({
    suggestions: t.field({
      type: [entity],
      description: `The entities that may be meant by a slug that no entity has, the most likely first, at most ${limits.suggestions.value}: those with a similar slug, then those with a similar name. Empty if an entity has the slug, or if none is similar. Ask it beside \`entity\`, to say “did you mean”.`,
      args: {
        slug: t.arg.string({
          required: true,
          description: 'What may be a slug, or a name, such as `artur-lastayev`.',
        }),
      },
      extensions: brings(limits.suggestions.value),
      resolve: async (_root, { slug }, context, info) => {
        const slugs = await suggestedSlugs(context.store, slug);
        if (slugs.length === 0) return [];
        const shape = entityDraft();
        PlannedField.ofResolver(info, context).plan(shape, entityTypeNames);
        const found = await findEntities(slugs, shape, context);
        return context.answerSize.list(
          slugs.flatMap((one) => found.get(one) ?? []),
          info,
        );
      },
    }),
  }));
}
