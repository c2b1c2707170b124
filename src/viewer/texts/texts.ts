import type { ParameterName } from '../../addresses/parameters.js';
import type { EntityType } from '../queries.js';

import type { AboutTexts } from './about/texts.js';
import type { QuestionTexts } from './questions/texts.js';

/** The words of the pages that no record brings. A language that lacks one does not compile. */
export interface Texts extends QuestionTexts {
  readonly aboutPage: AboutTexts;
  readonly languageName: string;
  readonly find: string;
  readonly search: string;
  readonly skipToText: string;
  readonly skipToPicture: string;
  readonly languages: string;
  readonly themes: Readonly<Record<'title' | 'system' | 'light' | 'dark', string>>;
  readonly about: string;
  readonly disagreements: string;
  readonly claims: string;
  readonly asGraphql: string;
  readonly findConnection: string;
  readonly takeAway: string;
  readonly cite: string;
  readonly ours: string;
  readonly alsoCalled: string;
  readonly formerSlugs: (slugs: string) => string;
  /** Stands before the names of others that have the same name. */
  readonly notToBeConfused: string;
  readonly sourcesDisagree: (count: number) => string;
  readonly contested: string;
  readonly inferred: string;
  readonly editorial: string;
  readonly denied: string;
  readonly publishers: (count: number) => string;
  readonly origins: (count: number) => string;
  readonly relations: (count: number) => string;
  readonly statements: (count: number) => string;
  readonly entities: (count: number) => string;
  readonly more: (count: number) => string;
  readonly picture: (name: string) => string;
  /** What the picture says of itself as a file. */
  readonly pictureFile: {
    readonly names: Readonly<
      Record<
        | 'title'
        | 'address'
        | 'exportedOn'
        | 'filter'
        | 'entities'
        | 'relations'
        | 'statements'
        | 'cut',
        string
      >
    >;
    readonly noFilter: string;
    readonly complete: string;
    readonly noRoom: (count: number) => string;
  };
  readonly ladder: string;
  readonly table: string;
  readonly web: string;
  readonly possibly: string;
  readonly certainly: string;
  readonly legend: {
    readonly title: string;
    readonly oneOrigin: string;
    readonly moreOrigins: string;
    readonly possible: string;
    readonly inferred: string;
    readonly contested: string;
    readonly statements: string;
    readonly editorial: string;
  };
  readonly noRelations: string;
  readonly evidence: string;
  readonly confirms: string;
  readonly contradicts: string;
  readonly otherSide: string;
  readonly characters: (range: string) => string;
  readonly source: string;
  readonly openSource: string;
  readonly document: string;
  readonly notFound: (name: string) => string;
  readonly didYouMean: string;
  readonly badAddress: string;
  readonly notADate: (value: string) => string;
  readonly withoutConditions: string;
  readonly ignored: (parameter: string, value: string) => string;
  readonly nearest: (name: string) => string;
  readonly unavailable: string;
  readonly failed: string;
  readonly backHome: string;
  readonly noResults: (query: string) => string;
  readonly results: (query: string) => string;
  readonly found: (name: string) => string;
  readonly nextPage: string;
  readonly firstPage: string;
  readonly stated: string;
  readonly columns: Readonly<
    Record<'relation' | 'name' | 'date' | 'publishers' | 'origins' | 'standing', string>
  >;
  readonly sheet: {
    readonly close: string;
    readonly read: string;
    readonly open: string;
    readonly withoutStatement: (count: number) => string;
  };
  readonly pictureControls: {
    readonly views: string;
    readonly types: string;
    readonly more: string;
    readonly during: string;
    readonly certainly: string;
    readonly minOrigins: string;
    readonly minPublishers: string;
    readonly stated: string;
    readonly contested: string;
    readonly roles: string;
    readonly any: string;
    readonly apply: string;
    readonly set: string;
    readonly drop: (name: string) => string;
    readonly dropAll: string;
    readonly yes: string;
    readonly no: string;
    readonly names: Readonly<Partial<Record<ParameterName, string>>>;
    readonly byYear: string;
    readonly inYear: (year: string, certain: number, possible: number) => string;
    readonly counted: (relations: number, possible: number, statements: number) => string;
    readonly onlyFirst: (count: number, all: number) => string;
    readonly nothingLeft: string;
  };
  readonly home: {
    readonly lead: string;
    readonly size: (relations: number, evidence: number, sources: number) => string;
    readonly ofType: Readonly<Record<EntityType, (count: number) => string>>;
    readonly questions: string;
    readonly latestEvents: string;
    readonly newestDisagreements: string;
    readonly allDisagreements: (count: number) => string;
  };
  readonly questions: {
    readonly paths: (one: string, other: string) => string;
    readonly positions: (topic: string, event: string) => string;
    readonly claims: string;
    readonly disagreements: string;
    readonly certainly: (name: string, year: string) => string;
  };
  readonly searchPage: {
    readonly empty: string;
    readonly matchedName: string;
    readonly types: string;
    readonly narrow: string;
  };
  /** What the list of results says while one types. `{count}` stands for their number. */
  readonly combobox: { readonly count: string; readonly none: string };
  readonly relationPage: {
    readonly formerKey: (key: string) => string;
    readonly inFavourOf: string;
    readonly shownOf: (shown: number, total: number) => string;
    readonly fallsWithout: (sources: number) => string;
    readonly falls: string;
    readonly left: (publishers: string, origins: string) => string;
  };
  readonly period: {
    readonly unknown: string;
    readonly always: string;
    readonly certainly: (when: string) => string;
    readonly possibly: (when: string) => string;
    /** At least one of both is known. */
    readonly span: (from: string | null, to: string | null) => string;
  };
  readonly citing: {
    readonly copy: string;
    readonly copied: string;
    readonly version: (version: number) => string;
    readonly readOn: (day: string) => string;
    readonly without: (sources: string) => string;
  };
  readonly sources: {
    readonly informedBy: string;
    readonly noPassage: string;
    readonly pieces: (count: number) => string;
    readonly passages: string;
    readonly ruler: string;
    readonly alone: string;
    readonly noneAlone: string;
    readonly partOf: (shown: number, total: number) => string;
    readonly setAside: (sources: number) => string;
    /** Before the name of the organization that published or informed them. */
    readonly setGroupAside: Readonly<Record<'published' | 'informed', (sources: number) => string>>;
    readonly takeBack: string;
    readonly isSetAside: string;
    readonly isAside: string;
  };
  readonly ownCopy: {
    readonly title: string;
    readonly explanation: string;
    readonly choose: string;
    readonly text: string;
    /** For the script of the page. `{good}` and `{all}` stand for numbers of passages. */
    readonly words: {
      readonly result: string;
      readonly same: string;
      readonly other: string;
      readonly lineEnds: string;
      readonly mark: string;
      readonly unreadable: string;
    };
  };
  readonly documentPage: { readonly explanation: (entries: number) => string };
  readonly setAside: {
    readonly title: string;
    readonly without: (sources: number) => string;
    readonly knownOn: (day: string) => string;
    readonly fell: (relations: string) => string;
    readonly allStay: string;
    readonly takeBack: (name: string) => string;
    readonly takeDayBack: string;
    readonly takeAllBack: string;
  };
  readonly takenAway: {
    readonly all: string;
    readonly seen: (counts: string) => string;
    readonly more: string;
    readonly statements: string;
    readonly routes: string;
    readonly picture: string;
  };
  /** Measures say where entities stand among sources, never what power anybody has. */
  readonly measures: {
    readonly title: string;
    readonly names: Readonly<Record<'degree' | 'pagerank' | 'betweenness' | 'communities', string>>;
    readonly explanations: Readonly<
      Record<'degree' | 'pagerank' | 'betweenness' | 'communities', string>
    >;
    readonly ofTheseSources: string;
    readonly sampled: (entities: number) => string;
    readonly seed: (seed: number) => string;
    readonly rank: string;
    readonly score: string;
  };
}
