/** The words of the pages that answer questions across entities. */
export interface QuestionTexts {
  readonly pathsPage: {
    readonly title: string;
    readonly lead: string;
    readonly from: string;
    readonly to: string;
    readonly show: string;
    readonly swap: string;
    readonly change: string;
    readonly whichOne: (text: string) => string;
    readonly sameEnds: string;
    /** A number of routes, which all have so many steps. */
    readonly found: (routes: number, steps: number) => string;
    /** There are more routes than were counted. */
    readonly moreThan: (routes: number, steps: number) => string;
    readonly onlyFirst: (shown: number) => string;
    readonly none: (steps: number) => string;
    readonly effort: string;
    readonly inTheWay: string;
    readonly without: (condition: string) => string;
    readonly withoutAll: string;
    readonly noneAtAll: string;
    readonly longest: string;
    readonly steps: (count: number) => string;
    readonly route: (number: number) => string;
    readonly relationsOfRoute: string;
  };
  readonly positionsPage: {
    readonly title: (name: string) => string;
    readonly atEvent: string;
    readonly said: string;
    /** What stands before and behind the names of those on whose behalf it was said. */
    readonly forWhom: readonly [before: string, behind: string];
    readonly couldHave: string;
    readonly couldHaveNote: string;
    readonly noStatement: string;
    readonly nobodyNamed: string;
    readonly narrower: string;
    readonly chooseEvent: string;
    readonly allEvents: string;
    readonly acts: string;
    /** The number of the passages that are listed below. */
    readonly citations: (count: number) => string;
    readonly undated: string;
  };
  readonly disagreementsPage: {
    readonly about: string;
    readonly all: string;
    readonly what: string;
    readonly shown: string;
    readonly others: string;
    readonly passages: string;
    readonly none: string;
    readonly denies: string;
    readonly bothShown: string;
    readonly moreOrigins: string;
    readonly morePublishers: string;
    readonly earlier: string;
    /** If the sources of the shown value are set aside. */
    readonly noneLeft: string;
    readonly chosen: string;
    readonly kinds: Readonly<Record<DisagreementKind, string>>;
  };
  readonly claimsPage: {
    readonly lead: (few: number, stated: number, most: number) => string;
    readonly note: string;
    readonly source: string;
    readonly wouldFall: string;
    readonly list: string;
    readonly ofSource: (count: number) => string;
    readonly all: string;
    readonly ofAll: (shown: number, all: number) => string;
  };
  readonly networkPage: {
    readonly title: string;
    readonly around: (names: string) => string;
    readonly counted: (entities: number, links: number) => string;
    readonly limit: (count: number) => string;
    readonly effort: string;
    readonly depth: string;
    readonly hops: (count: number) => string;
    readonly entities: string;
    readonly links: string;
    readonly remove: (name: string) => string;
    readonly add: string;
    readonly addIt: string;
    readonly type: string;
    readonly degree: string;
    readonly from: string;
    readonly to: string;
    readonly between: string;
    readonly unknown: string;
    readonly nothing: string;
  };
  readonly webView: {
    readonly loading: string;
    readonly settling: string;
    readonly noScript: string;
    readonly noWebgl: string;
    readonly failed: string;
    readonly how: string;
    readonly drawn: string;
    readonly cut: string;
    readonly list: string;
    readonly unpin: string;
  };
}

export type DisagreementKind = 'DENIAL' | 'DISPUTED_STATEMENT' | 'PROPERTY' | 'RIVAL_RELATIONS';
