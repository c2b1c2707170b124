import { render } from 'preact-render-to-string';
import { addressQuery, filterParameters } from '../../addresses/address.js';
import type { PageRequest } from '../pages/page.js';
import { readSurroundings } from '../pages/entity.js';
import { entityPath, type View } from '../view.js';
import { PICTURE_STYLE } from './file-style.js';
import { LadderRows } from './ladder.js';
import { layOut, WIDTH } from './ladder-layout.js';
import { LegendRows, LEGEND_HEIGHT } from './legend-rows.js';
import { ofTypes, type Surroundings } from './surroundings.js';
import { cutText } from './text.js';

export interface PictureFile {
  /** The name of the entity in the centre. */
  readonly name: string;
  readonly svg: string;
}

/** What stands above and below the ladder, in units of the view box. */
const HEAD = 58;
const FOOT = LEGEND_HEIGHT + 34;
/** The letters that a line of the head or the foot has room for. */
const TITLE = 96;
const LINE = 150;

/**
 * Draws the surroundings of an entity as an SVG file that needs nothing else: with its own style, and
 * with the address, the day, the filter and the counts inside. Returns null if there is no such entity.
 * @param exportedOn the day, such as `2025-12-10`.
 */
export async function drawPictureFile(
  { view, ask, origin }: PageRequest,
  slug: string,
  exportedOn: string,
): Promise<PictureFile | null> {
  // The links of a file lead to the service from wherever it is opened.
  const outside: View = {
    ...view,
    href: (path) => origin + view.permalink(path),
    here: (change) => {
      const { center, theme, sel, ...state } = view.state;
      return origin + entityPath(slug) + addressQuery({ ...state, ...change });
    },
  };
  const read = await readSurroundings({ view, ask, origin }, slug);
  if (!read) return null;
  const surroundings = ofTypes(read.surroundings, view.state.entityTypes);
  const address = origin + view.here({ theme: undefined, sel: undefined, view: undefined });
  const file = <File surroundings={surroundings} said={{ address, exportedOn }} view={outside} />;
  const svg = `<?xml version="1.0" encoding="UTF-8"?>\n${render(file)}\n`;
  return { name: surroundings.centre.name, svg };
}

interface FileProps {
  readonly surroundings: Surroundings;
  readonly said: { readonly address: string; readonly exportedOn: string };
  readonly view: View;
}

function File({ surroundings, said: { address, exportedOn }, view }: FileProps) {
  const { centre } = surroundings;
  const layout = layOut(surroundings, view.byName);
  const { height } = layout;
  const cut = layout.more.reduce((sum, { count }) => sum + count, 0);
  const all = HEAD + height + FOOT;
  const counts = countsOf(surroundings, view);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="ladder"
      viewBox={`0 0 ${WIDTH} ${all}`}
      width={WIDTH}
      height={all}
      lang={view.tag}
    >
      <title>{view.t.picture(centre.name)}</title>
      <metadata>{metadata(surroundings, cut, { address, exportedOn }, view)}</metadata>
      <style>{PICTURE_STYLE}</style>
      <rect class="paper" width={WIDTH} height={all} />
      <text class="title" x="20" y="28">
        {cutText(centre.name, TITLE)}
      </text>
      <text class="role" x="20" y="47">
        {counts}
      </text>
      <g transform={`translate(0 ${HEAD})`}>
        <LadderRows surroundings={surroundings} selected={undefined} view={view} />
      </g>
      <g transform={`translate(20 ${HEAD + height})`}>
        <LegendRows view={view} />
      </g>
      <a href={address}>
        <text class="role" x="20" y={all - 14}>
          {cutText(`Kenes, ${exportedOn} · ${address}`, LINE)}
        </text>
      </a>
    </svg>
  );
}

function countsOf({ links }: Surroundings, { t }: View): string {
  const relations = links.flatMap((link) => link.relations);
  const possible = relations.filter(({ held }) => held === 'POSSIBLY').length;
  const statements = new Set(links.flatMap((link) => link.statements)).size;
  return t.pictureControls.counted(relations.length, possible, statements);
}

/** Returns what a file says of itself, a line each. */
function metadata(
  { centre, others, links }: Surroundings,
  cut: number,
  { address, exportedOn }: FileProps['said'],
  { state, t }: View,
): string {
  const { names, noFilter, complete, noRoom } = t.pictureFile;
  const filter = addressQuery(Object.fromEntries(filterParameters(state))).slice(1);
  return [
    '',
    `${names.title}: ${t.picture(centre.name)}`,
    `${names.address}: ${address}`,
    `${names.exportedOn}: ${exportedOn}`,
    `${names.filter}: ${filter || noFilter}`,
    `${names.entities}: ${others.length}`,
    `${names.relations}: ${links.flatMap(({ relations }) => relations).length}`,
    `${names.statements}: ${new Set(links.flatMap(({ statements }) => statements)).size}`,
    `${names.cut}: ${cut === 0 ? complete : noRoom(cut)}`,
    '',
  ].join('\n');
}
