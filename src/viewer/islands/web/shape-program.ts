import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { EntityType } from '../../queries.js';
import type { WebEdge, WebNode } from './graph.js';

/**
 * How far a point is outside of the shape of an entity type, as GLSL: in the same box of 16 by 16 as
 * the glyphs of the pages, of which the point (0, 0) is the middle, and y leads down.
 */
const outside: Readonly<Record<EntityType, string>> = {
  PERSON: 'length(p) - 6.0',
  ORGANIZATION: 'box(p, vec2(5.0, 5.0))',
  EVENT: '(abs(p.x) + abs(p.y) - 7.0) * 0.7071',
  TOPIC: 'triangle(p)',
  INSTRUMENT: 'box(p, vec2(4.0, 7.0))',
  REPORT: 'box(p, vec2(7.0, 4.0))',
  STATEMENT: 'length(p) - 3.5',
  PLACE: 'triangle(-p)',
};

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio'] as const;

const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_place;
varying float v_pixel;

void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 position = a_position + a_corner * size;
  gl_Position = vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);
  v_place = vec2(a_corner.x, -a_corner.y) * 8.0;
  v_pixel = 8.0 * u_sizeRatio / a_size;
#ifdef PICKING_MODE
  v_color = a_id;
#else
  v_color = a_color;
#endif
  v_color.a *= 255.0 / 254.0;
}
`;

/** Where a pointer is on a node: within its box, whatever its shape, since fingers are wide. */
const fragmentShader = (distance: string): string => /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_place;
varying float v_pixel;

float box(vec2 p, vec2 size) {
  vec2 d = abs(p) - size;
  return max(d.x, d.y);
}

float triangle(vec2 p) {
  return max(p.y - 6.0, dot(vec2(abs(p.x), p.y + 6.0), vec2(0.8638, -0.5039)));
}

void main() {
#ifdef PICKING_MODE
  gl_FragColor = v_color;
#else
  vec2 p = v_place;
  float distance = ${distance};
  gl_FragColor = v_color * (1.0 - smoothstep(-v_pixel / 2.0, v_pixel / 2.0, distance));
#endif
}
`;

const CORNERS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, -1],
  [-1, 1],
  [1, 1],
];

/** The programs of sigma that draw nodes, by entity type: each in the shape that the pages have. */
export const shapePrograms: Readonly<Record<string, NodeProgramType<WebNode, WebEdge>>> =
  Object.fromEntries(Object.entries(outside).map(([type, text]) => [type, shapeProgram(text)]));

function shapeProgram(distance: string): NodeProgramType<WebNode, WebEdge> {
  const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
  const number = (name: string, size = 1) => ({ name, size, type: FLOAT });
  const bytes = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
  return class extends NodeProgram<(typeof UNIFORMS)[number], WebNode, WebEdge> {
    getDefinition() {
      return {
        VERTICES: CORNERS.length,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: fragmentShader(distance),
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [number('a_position', 2), number('a_size'), bytes('a_color'), bytes('a_id')],
        CONSTANT_ATTRIBUTES: [number('a_corner', 2)],
        CONSTANT_DATA: CORNERS,
      };
    }

    processVisibleItem(node: number, start: number, { x, y, size, color }: NodeDisplayData): void {
      this.array.set([x, y, size, floatColor(color), node], start);
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
      gl.uniform1f(at['u_sizeRatio'] ?? null, params.sizeRatio);
      gl.uniform1f(at['u_correctionRatio'] ?? null, params.correctionRatio);
    }
  };
}
