import { findRole, type Role } from './builtInRoles.ts';

/** That a principal has a role somewhere. */
export interface RoleAssignment {
  /** GUID. */
  readonly name: string;
  /** `/`, a subscription, a resource group or a vault; without a slash at the end, as it was spelled. */
  readonly scope: string;
  /** GUID of a built-in role. */
  readonly roleId: string;
  readonly principalId: string;
  readonly principalType: string;
  /** Who made it. */
  readonly createdBy: string;
  /** Unix seconds. */
  readonly created: number;
}

/** Who has which role where. */
export class RoleAssignments {
  #assignments: RoleAssignment[];

  constructor(assignments: readonly RoleAssignment[] = []) {
    this.#assignments = [...assignments];
  }

  /** Adds an assignment, in place of the one of the same name and scope. */
  add(assignment: RoleAssignment): void {
    this.remove(assignment.scope, assignment.name);
    this.#assignments.push(assignment);
  }

  /** The assignment of a name at a scope. */
  find(scope: string, name: string): RoleAssignment | undefined {
    return this.#assignments.find((each) => isSame(each.scope, scope) && isSame(each.name, name));
  }

  /** Takes an assignment back; returns it if there was one. */
  remove(scope: string, name: string): RoleAssignment | undefined {
    const found = this.find(scope, name);
    this.#assignments = this.#assignments.filter((each) => each !== found);
    return found;
  }

  /** Takes back all assignments at a scope and beneath it: what happens to those of a vault that is deleted (VT-07). */
  removeBeneath(scope: string): void {
    this.#assignments = this.#assignments.filter((each) => !isWithin(each.scope, scope));
  }

  /** All assignments, in the order they were made. */
  all(): RoleAssignment[] {
    return [...this.#assignments];
  }

  /** The assignments that count at a scope: its own and those above it. */
  at(scope: string): RoleAssignment[] {
    return this.#assignments.filter((each) => isWithin(scope, each.scope));
  }

  /** The roles that a principal has at a scope. */
  rolesOf(principalId: string, scope: string): Role[] {
    return this.at(scope).flatMap((each) =>
      isSame(each.principalId, principalId) ? (findRole(each.roleId) ?? []) : [],
    );
  }
}

/** Whether a scope is another one or lies beneath it. */
export function isWithin(scope: string, outer: string): boolean {
  const [inside, around] = [scope.toLowerCase(), outer.toLowerCase().replace(/\/$/, '')];
  return inside === around || inside.startsWith(`${around}/`);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
