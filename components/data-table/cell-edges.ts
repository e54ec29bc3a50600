/**
 * The outer cells of a list keep the distance `--edge` from the edge of the page (or none), and the
 * sticky second column stands exactly beside the checkboxes.
 */
export const FIRST_CELL = "pl-(--edge)";
export const LAST_CELL = "pr-(--edge)";
export const PICK_CELL =
  "w-[calc(var(--edge)+1.5rem)] min-w-[calc(var(--edge)+1.5rem)] pr-0 pl-(--edge)";
export const AFTER_PICK = "left-[calc(var(--edge)+1.5rem)] pl-1";
