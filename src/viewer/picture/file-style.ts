/**
 * The colours of pictures as files, which have no style sheet of a page: those of the pages in light.
 */
export const FILE_COLOURS = {
  paper: '#fdfcf9',
  card: '#fff',
  ink: '#1b1c20',
  muted: '#5c5f68',
  contest: '#b3261e',
  line: '#74777f',
  PERSON: '#2e57d2',
  ORGANIZATION: '#702200',
  EVENT: '#d87715',
  TOPIC: '#78508b',
  INSTRUMENT: '#3a3762',
  REPORT: '#7187f5',
  STATEMENT: '#af83a5',
  PLACE: '#b44542',
} as const;

const types = [
  'PERSON',
  'ORGANIZATION',
  'EVENT',
  'TOPIC',
  'INSTRUMENT',
  'REPORT',
  'STATEMENT',
  'PLACE',
] as const;

const { paper, card, ink, muted, contest, line } = FILE_COLOURS;

/** The style of a picture as a file, without anything that escapes in XML. */
export const PICTURE_STYLE = `
.ladder { font: 13px system-ui, Roboto, Arial, sans-serif }
.paper { fill: ${paper} }
text { fill: ${ink} }
.title { font-size: 17px; font-weight: 600 }
.role { fill: ${muted}; font-size: 11.5px }
a { text-decoration: none }
.relation { fill: none; stroke: ${line} }
.between .relation { opacity: 0.4 }
.editorial { opacity: 0.6 }
.contested { fill: none; stroke: ${contest} }
.said { fill: none; stroke: ${FILE_COLOURS.STATEMENT}; opacity: 0.5 }
text.contest { fill: ${contest}; font-size: 16px; font-weight: 700; paint-order: stroke; stroke: ${paper}; stroke-width: 4px }
.focus { fill: none }
.centre rect { fill: ${card}; stroke: ${ink}; stroke-width: 1.6 }
.centre text { font-weight: 600 }
${types.map((type) => `.type-${type} { fill: ${FILE_COLOURS[type]} }`).join('\n')}
`;
