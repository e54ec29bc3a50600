/**
 * A stream of numbers in [0, 1) that depends on the seed alone.
 *
 * Source: the seed is spread by xmur3 (after MurmurHash3's mixer) into the 128-bit state of sfc32
 * (Chris Doty-Humphrey, PractRand). Not for secrets.
 */
export function seededRandom(seed: string): () => number {
  const next = spread(seed);
  let a = next();
  let b = next();
  let c = next();
  let counter = next();
  const random = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 15; warmUp++) random();
  return random;
}

function spread(seed: string): () => number {
  let hash = 1_779_033_703 ^ seed.length;
  for (let index = 0; index < seed.length; index++) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 3_432_918_353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
}
