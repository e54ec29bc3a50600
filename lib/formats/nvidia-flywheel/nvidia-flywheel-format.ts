import type { Format, Reading } from "@/lib/formats/format";
import { isObject } from "@/lib/formats/is-object";
import { textOf } from "@/lib/formats/provider/members";
import { momentOf } from "@/lib/formats/provider/moment";
import { openLog } from "@/lib/formats/provider/open-log";
import { readOpenLog } from "@/lib/formats/provider/read-log";
import { nameOf } from "@/lib/formats/reasons";

/**
 * The log of NVIDIA's data flywheel blueprint: `{timestamp, workload_id, client_id, request,
 * response}` with the bodies of Chat Completions. The workload is the step type, the client is the
 * agent, `error_details` is the failure.
 */
export const nvidiaFlywheelFormat: Format = {
  id: "nvidia-flywheel",
  name: "NVIDIA data flywheel log (workload_id, request, response)",
  detect: (record) => isObject(record) && "workload_id" in record && "request" in record,
  read(record): Reading {
    if (!isObject(record)) return { kind: "other", reason: `not an object but ${nameOf(record)}` };
    const log = openLog(record);
    if (log === null) return { kind: "other", reason: "no request or answer of an LLM call" };
    const { workload_id, client_id, timestamp, error_details } = record;
    const outer = { ...log.outer, error: log.outer["error"] ?? error_details };
    const step = textOf(workload_id);
    return readOpenLog(
      { ...log, outer },
      {
        stepType: step,
        stepSource: step === null ? null : "instrumented",
        agent: textOf(client_id),
        startedAt: momentOf(timestamp)?.at ?? null,
      },
    );
  },
};
