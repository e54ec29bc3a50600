import type { TaskList } from "graphile-worker";

/** Every kind of background job by name. A job's payload is parsed by zod in its task. */
export const tasks: TaskList = {};
