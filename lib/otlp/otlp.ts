/** A JSON value. */
export type Plain =
  | null
  | string
  | number
  | boolean
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/** Attributes as plain JSON. Whole numbers beyond 2^53 are decimal text. */
export type Attributes = Readonly<Record<string, Plain>>;

/** What spans and log records of one scope share. */
export type OtlpScope = {
  /** Attributes of the resource. */
  resource: Attributes;
  scopeName: string | null;
  scopeVersion: string | null;
};

export type OtlpEvent = { name: string; timeUnixNano: string | null; attributes: Attributes };

/** One span of an export request, the same from both encodings. */
export type OtlpSpan = OtlpScope & {
  /** 32 lower-case hexadecimal digits. */
  traceId: string;
  /** 16 lower-case hexadecimal digits. */
  spanId: string;
  parentSpanId: string | null;
  name: string;
  /** 0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  kind: number;
  /** Unix nanoseconds, decimal. */
  startUnixNano: string | null;
  endUnixNano: string | null;
  attributes: Attributes;
  events: readonly OtlpEvent[];
  links: readonly { traceId: string; spanId: string; attributes: Attributes }[];
  /** Code 0 unset, 1 ok, 2 error. */
  status: { code: number; message: string | null };
};

/** One log record of an export request. */
export type OtlpLogRecord = OtlpScope & {
  /** Null for a record outside any span. */
  traceId: string | null;
  spanId: string | null;
  timeUnixNano: string | null;
  observedUnixNano: string | null;
  /** From the field or, older, the attribute `event.name`. */
  eventName: string | null;
  body: Plain;
  attributes: Attributes;
};

/** The items of an export request, and a reason for each that could not be read. */
export type Decoded<T> = { items: T[]; rejected: string[] };

/** A request whose resource, scopes and items are objects, whatever the encoding. */
export type Signal = "traces" | "logs";
