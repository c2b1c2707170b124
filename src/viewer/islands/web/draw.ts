import { createEdgeCurveProgram } from '@sigma/edge-curve';
import Sigma from 'sigma';
import type { Query } from '../../ask.js';
import { Web } from '../../queries.js';
import { freeContext } from '../webgl.js';
import { colourOfEdge, colourOfNode, readColours } from './colours.js';
import { dragToPin } from './drag.js';
import { webGraph, type WebEdge, type WebGraph, type WebNode } from './graph.js';
import { Labels } from './labels.js';
import { readPins, writePins } from './pins.js';
import type { WebOrder } from './order.js';
import { startPlaces } from './places.js';
import { settled } from './settled.js';

type Drawing = Sigma<WebNode, WebEdge>;

/**
 * Draws the web: first at the places of the ladder, then settled, and still from then on. Returns a
 * function that frees what it takes.
 */
export async function drawWeb(order: WebOrder): Promise<() => void> {
  const { box, types, words } = order;
  const variables = JSON.parse(order.variables) as { readonly center: readonly string[] | null };
  const { network } = await ask(Web, variables);
  const nodes = network.nodes.filter(({ type }) => types.size === 0 || types.has(type));
  const centres = new Set(variables.center ?? []);
  const graph = webGraph(nodes, network.links, startPlaces(nodes, [...centres]), centres);
  const said = box.querySelector('.web-words');
  said?.replaceChildren(words.settling);
  const canvas = document.createElement('div');
  canvas.className = 'web-canvas';
  canvas.setAttribute('aria-hidden', 'true'); // The list beside it says the same.
  box.prepend(canvas);
  const places = await settled(graph);
  graph.updateEachNodeAttributes((slug, node) => ({ ...node, ...places.get(slug) }));
  const pins = readPins(order.pins);
  for (const [slug, place] of pins) if (graph.hasNode(slug)) graph.mergeNodeAttributes(slug, place);
  const drawing = draw(graph, canvas);
  const counts = [graph.order, graph.size].map((count) =>
    count.toLocaleString(document.documentElement.lang),
  );
  const drawn = words.drawn.replace('{nodes}', counts[0] ?? '').replace('{edges}', counts[1] ?? '');
  const unpin = button(words.unpin, pins.size === 0, () => {
    for (const slug of pins.keys())
      if (graph.hasNode(slug)) graph.mergeNodeAttributes(slug, places.get(slug) ?? {});
    pins.clear();
    writePins(pins);
    unpin.hidden = true;
  });
  said?.replaceChildren(`${drawn} ${network.truncated ? `${words.cut} ` : ''}${words.how} `, unpin);
  dragToPin(drawing, graph, {
    onPin: (slug, place) => {
      pins.set(slug, place);
      writePins(pins);
      unpin.hidden = false;
    },
    onOpen: open,
  });
  return () => {
    free(drawing, canvas);
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

function draw(graph: WebGraph, canvas: HTMLElement): Drawing {
  let colours = readColours();
  let near: ReadonlySet<string> = new Set();
  const labels = new Labels(() => colours);
  const drawing: Drawing = new Sigma<WebNode, WebEdge>(graph, canvas, {
    edgeProgramClasses: { curved: createEdgeCurveProgram<WebNode, WebEdge>() },
    labelFont: getComputedStyle(document.body).fontFamily,
    labelSize: 12.5,
    // As many names as find room.
    labelDensity: 20,
    labelRenderedSizeThreshold: 3,
    defaultDrawNodeLabel: labels.draw,
    stagePadding: 60,
    zIndex: true,
    nodeReducer: (slug, node) => {
      const colour = colourOfNode(node, colours);
      const isFar = near.size > 0 && !near.has(slug);
      return isFar
        ? { ...node, color: colours.faded(colour, 0.8), label: '', zIndex: 0 }
        : { ...node, color: colour, zIndex: 1, forceLabel: node.isCentre || near.has(slug) };
    },
    edgeReducer: (edge, { kind, size, parallel }) => {
      const colour = colourOfEdge({ kind, size }, colours);
      const isFar = near.size > 0 && !graph.extremities(edge).every((slug) => near.has(slug));
      const curved = parallel == null ? {} : { type: 'curved', curvature: 0.12 * (parallel + 1) };
      return { size, color: isFar ? colours.faded(colour, 0.85) : colour, ...curved };
    },
  });
  labels.follow(drawing);
  const show = (slug: string | null): void => {
    near = new Set(slug === null ? [] : [slug, ...graph.neighbors(slug)]);
    drawing.refresh({ skipIndexation: true });
  };
  drawing.on('enterNode', ({ node }) => show(node));
  drawing.on('leaveNode', () => show(null));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    colours = readColours();
    drawing.refresh();
  });
  return drawing;
}

/** The parameters that stay from page to page. */
const CARRIED = ['without', 'publishedUntil', 'lang', 'theme'];

/** Opens the page of an entity. */
function open(slug: string): void {
  const { searchParams } = new URL(location.href);
  for (const name of [...searchParams.keys()])
    if (!CARRIED.includes(name)) searchParams.delete(name);
  const query = searchParams.toString();
  location.assign(`/e/${slug}${query && `?${query}`}`);
}

function button(text: string, isHidden: boolean, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.hidden = isHidden;
  made.addEventListener('click', onClick);
  return made;
}

function free(drawing: Drawing, canvas: HTMLElement): void {
  const contexts = [...canvas.querySelectorAll('canvas')].map((one) => one.getContext('webgl2'));
  drawing.kill();
  for (const context of contexts) freeContext(context);
  canvas.remove();
}
