export function takeLock(folder: string): { release: () => void; tookOver: boolean };
