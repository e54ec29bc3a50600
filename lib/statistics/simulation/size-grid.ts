/** The sizes and shares for which coverage is simulated, for the pages to read. */
export const SIZE_GRID = {
  labels: [20, 40, 60, 100, 200, 400],
  /** Labels per trace. */
  perTrace: [1, 2, 4],
  /** As far from one half on either side: 0.9 is as 0.1. */
  shares: [0.05, 0.1, 0.3, 0.5],
} as const;
