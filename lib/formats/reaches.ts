/** Whether a value has more levels of lists and objects than allowed; recursion ends there. */
export function reaches(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((member) => reaches(member, levels - 1));
}
