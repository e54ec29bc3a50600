import type { Interval } from "@/lib/statistics/interval";
import type { Decision } from "./decide";

/** Everything the routes file says of one route key. */
export interface RouteEntry {
  readonly routeKey: string;
  /** Whether its calls carry a step type; without one it appears only in comments. */
  readonly tagged: boolean;
  readonly decision: Decision;
  /** The small model that would serve it. */
  readonly candidate: string;
  /** A calibrated threshold in (0, 1]; null writes the uncalibrated default and says so. */
  readonly confidenceThreshold: number | null;
  /** False for a threshold that somebody set by hand, which the file then says; else true. */
  readonly calibrated?: boolean;
  /** The model most used today: fallback of a route, model of a kept key. Null is unknown. */
  readonly currentModel: string | null;
  /** Today's mix of models in words, or null. */
  readonly mix: string | null;
  readonly calls: number;
  /** Items labelled viable or as needing no model. */
  readonly viable: number;
  /** Settled and unsure items. */
  readonly n: number;
  readonly interval: Interval | null;
  /** Whether every call is labelled, so that the share has no sampling error; else false. */
  readonly census?: boolean;
  readonly raters: number;
  /** Krippendorff's alpha; null is unknown. */
  readonly alpha: number | null;
  /** US dollars a month, low and high end; null when unknown or not monthly. */
  readonly monthlySaving: { readonly low: number; readonly high: number } | null;
  /** Why there is no monthly saving, as a sentence: it does not hold a route back, so it is said. */
  readonly savingUnknown?: string | null;
}

/** What the file says of itself: all of it from its inputs, nothing from the clock. */
export interface RoutesHeader {
  /** Null writes `draft`. */
  readonly release: number | null;
  readonly workspace: string;
  /** `YYYY-MM-DD` of the newest input; null without any. */
  readonly newestInput: string | null;
  /** Hex digest of the inputs. */
  readonly inputsSha256: string;
  readonly codebookVersion: number | null;
  /** The calls that the decisions stand on, in words; null for all of them. */
  readonly scope: string | null;
}

/** The attribute that names a step, and where it is set. */
export interface StepTag {
  readonly name: string;
  readonly how: readonly string[];
}

export const STEP_TAG: StepTag = {
  name: "step_type",
  how: [
    'OpenTelemetry: span.setAttribute("step_type", "<step>")',
    'Vercel AI SDK: experimental_telemetry: { isEnabled: true, metadata: { step_type: "<step>" } }',
    'LangChain: config={"metadata": {"step_type": "<step>"}}',
  ],
};

/** The threshold that is written where none was calibrated. */
export const UNCALIBRATED_THRESHOLD = 0.85;
