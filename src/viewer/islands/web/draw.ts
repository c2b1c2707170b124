import type { Query } from '../../ask.js';
import { withHeard } from '../../picture/heard.js';
import { Web, type WebQuery } from '../../queries.js';
import { select, selectedName } from '../selection.js';
import { operateNodes } from './drag.js';
import { draw, type Drawing } from './drawing.js';
import { webGraph, type WebGraph } from './graph.js';
import type { WebOrder } from './order.js';
import { readPins, writePins } from './pins.js';
import { startPlaces, type Place } from './places.js';
import { settled } from './settled.js';

/**
 * Draws the web: first at the places of the ladder, then settled, and still from then on. Returns a
 * function that frees what it takes.
 */
export async function drawWeb(order: WebOrder): Promise<() => void> {
  const { box, types, words } = order;
  const variables = JSON.parse(order.variables) as { readonly center: readonly string[] | null };
  const { network, heard } = await ask(Web, variables);
  const { nodes: all, links } = withHeard(network, heard?.nodes ?? [], withCount);
  const nodes = all.filter(({ type }) => types.size === 0 || types.has(type));
  const centres = new Set(variables.center ?? []);
  const graph = webGraph(nodes, links, startPlaces(nodes, [...centres]), centres);
  const said = box.querySelector('.web-words');
  said?.replaceChildren(words.settling);
  const places = await settled(graph);
  const canvas = document.createElement('div');
  canvas.className = 'web-canvas';
  canvas.setAttribute('aria-hidden', 'true'); // The list beside it says the same.
  box.prepend(canvas);
  try {
    const drawing = show(order, graph, canvas, places);
    const counts = [graph.order, graph.size].map((count) =>
      count.toLocaleString(document.documentElement.lang),
    );
    const drawn = words.drawn
      .replace('{nodes}', counts[0] ?? '')
      .replace('{edges}', counts[1] ?? '');
    said?.replaceChildren(
      `${drawn} ${network.truncated ? `${words.cut} ` : ''}${words.how} `,
      drawing.unpin,
    );
    return () => {
      drawing.free();
      canvas.remove();
    };
  } catch (error) {
    canvas.remove();
    throw error;
  }
}

type Link = WebQuery['network']['links'][number];

/** Counts statements in a link. One that has any has all that were made between its ends. */
function withCount(
  link: Link | null,
  from: Link['from'],
  to: Link['to'],
  statements: readonly string[],
): Link {
  const known = link ?? { from, to, relations: [], count: 0 };
  if (known.count > known.relations.length) return known;
  return { ...known, count: known.count + statements.length };
}

/** Draws a settled graph with its pins, lets it be operated, and returns how it is freed and unpinned. */
function show(
  order: WebOrder,
  graph: WebGraph,
  canvas: HTMLElement,
  places: ReadonlyMap<string, Place>,
): Pick<Drawing, 'free'> & { readonly unpin: HTMLButtonElement } {
  const pins = readPins(order.pins);
  graph.updateEachNodeAttributes((slug, node) => ({
    ...node,
    ...places.get(slug),
    ...pins.get(slug),
  }));
  const { sigma, light, free } = draw(graph, canvas, places);
  const unpin = button(order.words.unpin, pins.size === 0, () => {
    for (const slug of pins.keys())
      if (graph.hasNode(slug)) graph.mergeNodeAttributes(slug, places.get(slug) ?? {});
    pins.clear();
    writePins(pins);
    unpin.hidden = true;
  });
  operateNodes(sigma, graph, {
    onPin: (slug, place) => {
      pins.set(slug, place);
      writePins(pins);
      unpin.hidden = false;
    },
    onSelect: (slug) => void select(slug),
  });
  const lightSelected = (): void => light(selectedName());
  lightSelected();
  document.addEventListener('kenes:selected', lightSelected);
  return {
    unpin,
    free: () => {
      document.removeEventListener('kenes:selected', lightSelected);
      free();
    },
  };
}

async function ask<Data>({ text, name }: Query<Data, never>, variables: object): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: text, operationName: name, variables }),
  });
  const { data, errors } = (await response.json()) as {
    readonly data?: Data | null;
    readonly errors?: readonly { readonly message: string }[];
  };
  if (!data || errors) throw new Error(errors?.[0]?.message ?? 'The web was not answered.');
  return data;
}

function button(text: string, isHidden: boolean, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.hidden = isHidden;
  made.addEventListener('click', onClick);
  return made;
}
