import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { LineMarks, WebEdge, WebNode } from './graph.js';

const UNIFORMS = [
  'u_matrix',
  'u_sizeRatio',
  'u_pixelRatio',
  'u_dimensions',
  'u_minEdgeThickness',
  'u_feather',
] as const;

const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_thickness;
attribute float a_curvature;
attribute vec2 a_dash;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_part;
attribute float a_side;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_dimensions;
uniform float u_minEdgeThickness;
uniform float u_feather;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying vec2 v_dash;

vec2 inPixels(vec2 point) {
  return ((u_matrix * vec3(point, 1.0)).xy + 1.0) * u_dimensions / 2.0;
}

void main() {
  vec2 source = inPixels(a_source);
  vec2 target = inPixels(a_target);
  vec2 chord = target - source;
  vec2 control = (source + target) / 2.0 + vec2(-chord.y, chord.x) * a_curvature;
  vec2 place = mix(mix(source, control, a_part), mix(control, target, a_part), a_part);
  vec2 tangent = mix(control - source, target - control, a_part);
  v_half = max(u_minEdgeThickness, a_thickness / u_sizeRatio) * u_pixelRatio / 2.0;
  v_across = a_side * (v_half + u_feather);
  v_along = a_part * length(chord);
  v_dash = a_dash * u_pixelRatio;
  vec2 position = place + normalize(vec2(-tangent.y, tangent.x)) * v_across;
  gl_Position = vec4(position / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
#ifdef PICKING_MODE
  v_color = a_id;
#else
  v_color = a_color;
#endif
  v_color.a *= 255.0 / 254.0;
}
`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

uniform float u_feather;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying vec2 v_dash;

void main() {
#ifdef PICKING_MODE
  gl_FragColor = v_color;
#else
  float drawn = 1.0 - smoothstep(v_half - u_feather, v_half + u_feather, abs(v_across));
  float period = v_dash.x + v_dash.y;
  if (v_dash.y > 0.0) {
    float place = abs(mod(v_along, period) - period / 2.0);
    drawn *= 1.0 - smoothstep(v_dash.x / 2.0 - 0.5, v_dash.x / 2.0 + 0.5, place);
  }
  gl_FragColor = v_color * drawn;
#endif
}
`;

/** The steps in which a line is drawn: one for a straight one, more for one that bends. */
const STRAIGHT = 1;
const BENT = 16;

export const StraightLine = lineProgram(STRAIGHT);
export const BentLine = lineProgram(BENT);

/** Returns a program of sigma that draws lines which can be dashed, as those of the ladder are. */
function lineProgram(steps: number): EdgeProgramType<WebNode, WebEdge> {
  const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
  const number = (name: string, size = 1) => ({ name, size, type: FLOAT });
  const bytes = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
  const corners = Array.from({ length: steps }, (_, step) =>
    quad(step / steps, (step + 1) / steps),
  );
  return class extends EdgeProgram<(typeof UNIFORMS)[number], WebNode, WebEdge> {
    getDefinition() {
      return {
        VERTICES: steps * 6,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          number('a_source', 2),
          number('a_target', 2),
          number('a_thickness'),
          number('a_curvature'),
          number('a_dash', 2),
          bytes('a_color'),
          bytes('a_id'),
        ],
        CONSTANT_ATTRIBUTES: [number('a_part'), number('a_side')],
        CONSTANT_DATA: corners.flat(),
      };
    }

    processVisibleItem(
      edge: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      { size, color, dash = [0, 0], curvature }: EdgeDisplayData & LineMarks,
    ): void {
      const values = [source.x, source.y, target.x, target.y, size, curvature, ...dash];
      this.array.set([...values, floatColor(color), edge], start);
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      const { pixelRatio, width, height } = params;
      gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
      gl.uniform1f(at['u_sizeRatio'] ?? null, params.sizeRatio);
      gl.uniform1f(at['u_pixelRatio'] ?? null, pixelRatio);
      gl.uniform2f(at['u_dimensions'] ?? null, width * pixelRatio, height * pixelRatio);
      gl.uniform1f(at['u_minEdgeThickness'] ?? null, params.minEdgeThickness);
      gl.uniform1f(at['u_feather'] ?? null, params.antiAliasingFeather / 2);
    }
  };
}

/** Returns two triangles from one part of a line to another one. */
function quad(from: number, to: number): number[][] {
  return [
    [from, 1],
    [from, -1],
    [to, 1],
    [from, -1],
    [to, 1],
    [to, -1],
  ];
}
