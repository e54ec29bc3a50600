/** A stratum of a draw: a cluster as it was when a part of the frame was closed. */
export type StratumPlace = {
  clusterId: string;
  /** 1 for the frame as first closed, 2, 3, … for its extensions. */
  part: number;
};

/** One text for a stratum within its draw: the cluster's id alone for the first part. */
export const stratumKey = ({ clusterId, part }: StratumPlace): string =>
  part === 1 ? clusterId : `${clusterId} ${part}`;

/** What a {@link stratumKey} speaks of. */
export function stratumOf(key: string): StratumPlace {
  const [clusterId = key, part] = key.split(" ");
  return { clusterId, part: part === undefined ? 1 : Number(part) };
}
