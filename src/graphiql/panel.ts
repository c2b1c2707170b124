import { examples } from './examples.js';

/** The examples as the panel needs them. Variables are the text of an editor. */
const listed = examples.map(({ title, query, variables }) => ({
  title,
  query,
  variables: variables === undefined ? '' : JSON.stringify(variables, null, 2),
}));

/**
 * The script of the panel of GraphiQL that says what Kenes is and lists the examples. It runs in the
 * browser, between GraphiQL's script and its start.
 */
export const panelScript = `
const Kenes = (() => {
  const h = React.createElement;
  const examples = ${JSON.stringify(listed).replaceAll('<', '\\u003c')};

  /** Opens an example and asks it: in the tab that has it, else in that of another one, else in a new one. */
  const open = (store, { query, variables }) => {
    const { tabs, activeTabIndex, actions } = store.getState();
    const index = tabs.findIndex((tab) => tab.query === query);
    if (index >= 0) actions.changeTab(index);
    else {
      const isEdited = examples.every((example) => example.query !== tabs[activeTabIndex].query);
      if (isEdited) actions.addTab();
      const { queryEditor, variableEditor } = store.getState();
      queryEditor.setValue(query);
      variableEditor.setValue(variables);
      actions.updateActiveTabValues({ query, variables });
    }
    // The editors tell their new text a moment later.
    setTimeout(() => store.getState().actions.run(), 200);
  };

  const Icon = () =>
    h('svg', { viewBox: '0 0 24 24', height: '1em', fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 },
      h('path', { d: 'M4 5h16M4 12h16M4 19h10' }));

  const Panel = () => {
    const store = React.useContext(Kenes.context).current;
    return h('section', { className: 'kenes-panel', 'aria-label': 'Examples' },
      h('div', { className: 'graphiql-doc-explorer-title' }, 'Examples'),
      h('p', null, 'Kenes is a graph of public life: who is connected to whom, on what matter, who said what, and how we know.'),
      h('p', null, 'Choose a question: it is asked at once. Change a name in it, and ask again with \\u25b6 or Ctrl-Enter.'),
      h('ol', null, examples.map((example) =>
        h('li', { key: example.title },
          h('button', { type: 'button', onClick: () => open(store, example) }, example.title)))),
      h('p', null, 'The book at the left edge has all types and fields. More: ',
        h('a', { href: '/README.md', target: '_blank' }, 'the README'), ', ',
        h('a', { href: '/schema.graphql', target: '_blank' }, 'the schema as text'), '.'));
  };

  const panel = { title: 'Examples', icon: Icon, content: Panel };

  /** Returns "Who organised" for WhoOrganised. */
  const inWords = (name) =>
    name
      .replace(/([a-z0-9])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$2 ')
      .replace(/ [A-Z](?=[a-z]| |$)/g, (start) => start.toLowerCase());

  return { panel, openPanel: innerWidth < 800 ? undefined : panel, inWords };
})();
`;

export const panelStyle = `
.kenes-panel { line-height: 1.5; }
.kenes-panel p { margin: var(--px-12) 0; }
.kenes-panel ol { list-style: none; margin: 0; padding: 0; }
.kenes-panel button { background: none; border: 0; border-radius: var(--border-radius-4); color: hsl(var(--color-primary)); cursor: pointer; font: inherit; padding: var(--px-6) var(--px-8); text-align: left; width: 100%; }
.kenes-panel button:hover, .kenes-panel button:focus-visible { background: hsla(var(--color-neutral), var(--alpha-background-light)); }
.kenes-panel a { color: hsl(var(--color-primary)); }
.graphiql-container .graphiql-tab-button { max-width: 24ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
@media (max-width: 700px) {
  .graphiql-container .graphiql-main, .graphiql-container #graphiql-session { flex-direction: column; }
  .graphiql-container .graphiql-horizontal-drag-bar, .graphiql-container .graphiql-logo { display: none; }
}
`;
