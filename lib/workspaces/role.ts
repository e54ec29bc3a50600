/** What somebody may in a workspace; each role may also what those after it may. */
export const ROLES = ["owner", "admin", "reviewer", "viewer"] as const;
export type Role = (typeof ROLES)[number];

const RANK: Record<Role, number> = { owner: 3, admin: 2, reviewer: 1, viewer: 0 };

export const mayAct = (role: Role, atLeast: Role): boolean => RANK[role] >= RANK[atLeast];

/** Whether somebody may give or take a role: admins bring people in, owners are made by owners. */
export const mayGive = (role: Role, given: Role): boolean =>
  mayAct(role, "admin") && (given !== "owner" || role === "owner");

/** The roles that somebody may give, the widest first. */
export const rolesToGive = (role: Role): Role[] => ROLES.filter((given) => mayGive(role, given));
