import type { ComponentChildren } from 'preact';
import type { Ask, Query } from '../ask.js';
import type { View } from '../view.js';

/** A page that was asked for. */
export interface PageRequest {
  readonly view: View;
  readonly ask: Ask;
  /** The scheme and host of the service, as the client named them. */
  readonly origin: string;
}

/** What a page says, without the frame. */
export interface Page {
  readonly title: string;
  readonly main: ComponentChildren;
  /** The HTTP status; 200 if it is absent. */
  readonly status?: number;
  /** One sentence for previews of links. */
  readonly summary?: string | undefined;
  /** Whether the page has a picture, to which a link skips. */
  readonly hasPicture?: boolean;
  /** The query that made the page, for GraphiQL. */
  readonly made?: Made;
  /** All that the page was made of, for programs. */
  readonly data?: object;
}

/** A query and its variables. */
export interface Made {
  readonly query: Query<unknown, never>;
  readonly variables: object;
}

/** A page as text, in the form that was asked for. */
export interface RenderedPage {
  readonly status: number;
  readonly text: string;
}
