type Count = { passed: number; failed: number; skipped: number };
export function readVitestReport(file: string, code: number): Count;
export function readPlaywrightReport(file: string, code: number): Count;
