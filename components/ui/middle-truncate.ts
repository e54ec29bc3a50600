/** Shortens a name in its middle, where ids differ least: "4bf92f35…c9a1". */
export const middleTruncate = (text: string, length = 13): string => {
  if (text.length <= length) return text;
  const tail = Math.floor((length - 1) / 3);
  return `${text.slice(0, length - 1 - tail)}…${text.slice(-tail)}`;
};
