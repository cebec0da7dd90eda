import type { AttributesOf, LevelName, SpreadName, TotalName } from './metrics';

type SpanAttributes = Record<string, string | number>;

/** Something under way, in a trace. */
export interface OpenSpan {
  /** What is said of it to those who are asked within it, as W3C Trace Context writes it; undefined where no traces are made. */
  readonly traceparent: string | undefined;
  /** What is asked of another service within it. */
  ask(name: string, attributes: SpanAttributes): OpenSpan;
  end(attributes: SpanAttributes, isFailure: boolean): void;
}

export interface Level<Name extends LevelName> {
  value: number;
  attributes?: AttributesOf<Name>;
}

/** What is told of this server's work to who watches it. Where nobody does there is none, and nothing of it is loaded. */
export interface Telemetry {
  /** Whether names of people and resources may be told, too. */
  readonly namesToo: boolean;
  /** A request, as a part of the trace that its `traceparent` names. */
  openRequest(name: string, traceparent: string | undefined, attributes: SpanAttributes): OpenSpan;
  /** By one, where it is not said by how many. */
  count<Name extends TotalName>(name: Name, attributes: AttributesOf<Name>, by?: number): void;
  record<Name extends SpreadName>(name: Name, seconds: number, attributes: AttributesOf<Name>): void;
  /** Looks whenever it is to be sent. */
  watch<Name extends LevelName>(name: Name, look: () => Level<Name>[]): void;
  /** Sends what is left, for so long at most. */
  stop(longestMs: number): Promise<void>;
}
