import type { QuestionTexts } from './texts.js';

const number = (value: number): string => value.toLocaleString('en');

const count = (one: string, many: string) => (value: number) =>
  `${number(value)} ${value === 1 ? one : many}`;

const routes = count('route', 'routes');
const steps = count('step', 'steps');

export const questions: QuestionTexts = {
  pathsPage: {
    title: 'How are they connected?',
    lead: 'Choose two people, organizations, events or topics: the shortest routes between them follow, with the sources of each step.',
    from: 'From',
    to: 'To',
    show: 'Show routes',
    swap: 'Swap the ends',
    change: 'choose another',
    whichOne: (text) => `Which one is “${text}”?`,
    sameEnds: 'Both ends are the same.',
    found: (all, length) => `${routes(all)} of ${steps(length)}`,
    moreThan: (all, length) => `more than ${routes(all)} of ${steps(length)}`,
    onlyFirst: (shown) => `The first ${number(shown)} are shown.`,
    none: (length) => `There is no route within ${steps(length)} under these conditions.`,
    effort:
      'The search met too many relations and was stopped. Add a condition, or allow fewer steps.',
    inTheWay: 'What stands in the way:',
    without: (condition) => `Without “${condition}”`,
    withoutAll: 'Without any condition',
    noneAtAll: 'There is none without conditions either.',
    longest: 'At most',
    steps,
    route: (place) => `Route ${place}`,
    relationsOfRoute: 'All relations of this route',
  },
  positionsPage: {
    title: (name) => `Who said what: ${name}`,
    atEvent: 'At',
    said: 'Have a statement',
    forWhom: ['for', ''],
    couldHave: 'Could have spoken; there is no source here',
    couldHaveNote:
      'They took part in the event. No source of this graph has a statement of theirs about it there, which does not mean that they made none.',
    noStatement: 'No statement matches.',
    nobodyNamed: 'No source names the speaker',
    narrower: 'with its narrower topics',
    chooseEvent: 'Choose an event to see who took part in it without a statement here:',
    allEvents: 'all events',
    acts: 'Acts',
    citations: count('citation', 'citations'),
    undated: 'undated',
  },
  disagreementsPage: {
    about: 'About',
    all: 'All',
    what: 'What',
    shown: 'What the graph shows',
    others: 'The other side',
    passages: 'Passages side by side',
    none: 'Sources do not disagree here.',
    denies: 'it is denied',
    bothShown: 'both are shown',
    moreOrigins: 'shown because more origins say so',
    morePublishers: 'shown because more publishers say so',
    earlier: 'shown because its source is earlier',
    noneLeft: 'none of the remaining sources gives the value shown',
    chosen: 'shown because the editors chose it',
    kinds: {
      PROPERTY: 'value of a property',
      RIVAL_RELATIONS: 'relations that rule each other out',
      DISPUTED_STATEMENT: 'disputed statements',
      DENIAL: 'denied',
    },
  },
  claimsPage: {
    lead: (few, stated, most) =>
      `${number(few)} of the ${count('stated relation', 'stated relations')(stated)} rest on ${most === 1 ? 'a single origin' : `at most ${count('origin', 'origins')(most)}`}.`,
    note: 'Several papers that print one press release are one origin. Below, each source with the relations that would fall without it, because no other source says or implies them.',
    source: 'Source',
    wouldFall: 'Would fall without it',
    list: 'Its relations of one origin',
    ofSource: count('relation rests on it alone', 'relations rest on it alone'),
    all: 'All sources',
    ofAll: (shown, all) => `${number(shown)} of ${count('source', 'sources')(all)}, in order.`,
  },
  networkPage: {
    title: 'The most connected, with all between them',
    around: (names) => `Around ${names}`,
    counted: (entities, links) =>
      `${count('entity', 'entities')(entities)}, ${count('link', 'links')(links)}`,
    limit: (shown) =>
      `These are the nearest ${number(shown)}, then those with the most relations. There are more: add a condition, or take fewer steps.`,
    effort:
      'The search met too many relations and was stopped: some are missing. Add a condition, or take fewer steps.',
    depth: 'Within',
    hops: steps,
    entities: 'Entities',
    links: 'Links',
    remove: (name) => `Take ${name} out of the centre`,
    add: 'Add to the centre',
    addIt: 'Add',
    type: 'Type',
    degree: 'Relations',
    from: 'From',
    to: 'To',
    between: 'What is between them',
    unknown: 'Nothing has this name:',
    nothing: 'Nothing matches.',
  },
  webView: {
    loading: 'Loading the web …',
    settling: 'Arranging …',
    noScript: 'The web needs JavaScript. The ladder and the table show the same without it.',
    noWebgl:
      'This browser does not offer WebGL, which the web is drawn with. The ladder and the table show the same.',
    failed: 'The web could not be loaded. The ladder and the table show the same.',
    how: 'A click or a tap selects a point. Drag it to pin it: its place goes into the address of this page. The wheel or two fingers zoom.',
    drawn: 'Drawn: entities {nodes}, lines {edges}.',
    cut: 'There are more, which are left out.',
    list: 'The same as a list',
    unpin: 'Release all pins',
  },
};
