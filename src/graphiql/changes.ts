import { panelScript, panelStyle } from './panel.js';

/** A change of the page, which has what is found exactly once. */
export interface Change {
  readonly why: string;
  readonly find: RegExp;
  readonly put: (found: RegExpExecArray) => string;
}

/** The changes to the script of GraphiQL. Its version is pinned; its short names are searched for. */
export const bundleChanges: readonly Change[] = [
  {
    why: 'Tabs can be dragged, and take a press for the start of a drag: the first click is lost.',
    find: /dragElastic:!1,role:"tab"/,
    put: () => 'drag:!1,layout:!1,role:"tab"',
  },
  {
    why: 'Long lines are wrapped.',
    find: /scrollBeyondLastLine:!1,fontFamily:'"Fira Code"'/,
    put: ([options]) => `wordWrap:"on",${options}`,
  },
  {
    why: 'A tab has the name of its operation in words.',
    find: /title:(\w+)\.title,onClick:(\w+),children:\1\.title/,
    put: ([, tab, onClick]) =>
      `title:Kenes.inWords(${tab}.title),onClick:${onClick},children:Kenes.inWords(${tab}.title)`,
  },
  {
    why: 'The panel stands beside the docs, and is open if there is room.',
    find: /plugins:\[(\w+)\],schemaDescription:!0/,
    put: ([, explorer]) =>
      `plugins:[Kenes.panel,${explorer}],visiblePlugin:Kenes.openPanel,schemaDescription:!0`,
  },
  {
    why: 'The panel opens tabs, by the state that GraphiQL keeps.',
    find: /useContext\((\w+)\);if\(!\w+\)throw new Error\(`"useGraphiQL" hook/,
    put: ([found, context]) => found.replace(`${context})`, `Kenes.context=${context})`),
  },
];

/** What the page lacks around it. */
export const pageChanges: readonly Change[] = [
  {
    why: 'On a phone the page is as wide as its screen.',
    find: /<meta charset="utf-8" \/>/,
    put: ([meta]) => `${meta}\n<meta name="viewport" content="width=device-width" />`,
  },
  {
    why: 'The style of the panel follows that of GraphiQL.',
    find: /<\/style>\s*<\/head>/,
    put: ([end]) => `${panelStyle}${end}`,
  },
  {
    why: 'The script of the panel needs the React of GraphiQL.',
    find: /YogaGraphiQL\.renderYogaGraphiQL\(\s+window/,
    put: ([render]) => `${panelScript}\n${render}`,
  },
];
