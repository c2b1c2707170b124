import type { EntryKind } from '../model/records.js';
import { mapPage, type PageSelection } from '../store/page.js';
import { defineConnection, pageArguments, readConnection } from './kit/connection.js';
import { brings } from './kit/cost.js';
import { findDocuments } from './kit/find-records.js';
import type { DocumentItem, SchemaParts } from './kit/types.js';
import type { Types } from './kit/builder.js';
import type { EntityItem, RelationItem, SourceItem } from '../store/answers.js';

/** More documents than usually have an entry on one record. */
const DOCUMENTS = 4;

/** All documents, as a question that their cursors are valid for. */
const allDocuments = { of: 'documents' };

/** Defines the type of documents and the root fields that return them. */
export function defineDocuments(parts: SchemaParts): void {
  const { builder, document, node, pageInfo } = parts;
  document.implement({
    description:
      'A document that was imported. The graph is the merge of all documents: each entity, relation and source is what the entries on it say together. Importing a document again replaces what it said before.',
    interfaces: [node],
    fields: (t) => ({
      slug: t.string({
        description: 'The stable, readable identifier of the document, unique among all documents.',
        resolve: ({ row }) => row.slug,
      }),
      entryCount: t.int({
        description: 'The number of its entries: of its sources, entities and relations.',
        resolve: ({ row }) => row.entryCount,
      }),
    }),
  });
  const connection = defineConnection(parts, pageInfo, {
    name: 'Document',
    plural: 'documents',
    node: document,
    nodeOf: (item: DocumentItem) => item,
  });
  builder.queryFields((t) => ({
    document: t.field({
      type: document,
      nullable: true,
      description: 'The document with this slug. Null if there is none.',
      args: {
        slug: t.arg.string({ required: true, description: 'The slug, such as `kt-2025-12-11`.' }),
      },
      resolve: async (_root, { slug }, context) => (await findDocuments([slug], context)).get(slug),
    }),
    documents: t.field({
      type: connection,
      description: 'The documents that the graph is made of, sorted by slug.',
      args: pageArguments(t.arg),
      resolve: (_root, args, context, info) => {
        const read = async (selection: PageSelection) => {
          const { found } = await context.store.read({ start: 'page of documents', ...selection });
          return mapPage(found, (row): DocumentItem => ({ row }));
        };
        const planItem = (): void => undefined;
        const page = { question: allDocuments, args, keysetLength: 1, planItem, read };
        return readConnection(page, context, info);
      },
    }),
  }));
}

const owners = {
  ENTITY: 'The documents with an entry on this entity, also by a former slug, sorted by slug.',
  RELATION:
    'The documents with an entry on this relation, also by former slugs of its ends, sorted by slug.',
  SOURCE: 'The documents with an entry on this source, sorted by slug.',
} as const satisfies Record<EntryKind, string>;

type Owner = EntityItem | RelationItem | SourceItem;
type OwnerFields = PothosSchemaTypes.RootFieldBuilder<Types, Owner, 'Interface' | 'Object'>;

/** Returns the field for the documents of a kind of record. */
export function documentsField({ document }: SchemaParts, fields: unknown, owner: EntryKind) {
  const t = fields as OwnerFields;
  return t.field({
    type: [document],
    description: owners[owner],
    extensions: brings(DOCUMENTS),
    resolve: async ({ row }, _args, { loaders, answerSize }, info) => {
      const documents = await loaders.documents(owner, 'key' in row ? row.key : row.slug);
      return answerSize.list(documents, info).map((one) => ({ row: one }));
    },
  });
}
