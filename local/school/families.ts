import type { PersonData } from '../workspace/data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { CHILDREN, FAMILIES, GROWN_UPS } from './names.ts';
import type { Deal } from './random.ts';
import { DOMAIN } from './staff.ts';

export const YEARS = ['R', '1', '2', '3', '4', '5', '6'] as const;
export type Year = (typeof YEARS)[number];
const FORMS = ['A', 'B'] as const;
const CLASS_SIZE = 30;
/** Reserved by RFC 2606: no letter sent there can reach anybody. */
const PRIVATE_DOMAINS = ['example.org', 'example.com', 'example.net'] as const;

/** `RA`, `RB`, `1A` … `6B`. */
export const CLASSES: readonly string[] = YEARS.flatMap((year) => FORMS.map((form) => year + form));

export function yearName(year: string): string {
  return year === 'R' ? 'Reception' : `Year ${year}`;
}

/** Fills every class with pupils, family by family, and adds their parents, who have private addresses only. */
export function addFamilies(workspace: Workspace, deal: Deal): void {
  const roll = new Roll(workspace);
  roll.enrol(
    'Khan',
    [
      { givenName: 'Amira', className: '3A' },
      { givenName: 'Yusuf', className: '1A' },
    ],
    [
      { givenName: 'Nadia', familyName: 'Khan', at: 'example.org' },
      { givenName: 'Imran', familyName: 'Khan', at: 'example.com' },
    ],
  );
  for (let places = roll.yearsWithPlaces(); places.length > 0; places = roll.yearsWithPlaces()) {
    const familyName = deal.pick(FAMILIES);
    const wanted = deal.chance(45) ? 1 : deal.chance(76) ? 2 : 3;
    const children: Child[] = [];
    while (children.length < wanted && places.length > 0) {
      const year = places.splice(deal.below(places.length), 1)[0] ?? 'R';
      children.push({
        givenName: deal.pick(CHILDREN.filter((name) => children.every((other) => other.givenName !== name))),
        className: roll.smallerClass(year),
      });
    }
    const parents = [aParent(deal, familyName)];
    if (deal.chance(40)) parents.push(aParent(deal, deal.chance(75) ? familyName : deal.pick(FAMILIES)));
    roll.enrol(familyName, children, parents);
  }
}

interface Child {
  givenName: string;
  className: string;
}

interface Parent {
  givenName: string;
  familyName: string;
  /** Domain of the private address. */
  at: string;
}

function aParent(deal: Deal, familyName: string): Parent {
  return { givenName: deal.pick(GROWN_UPS), familyName, at: deal.pick(PRIVATE_DOMAINS) };
}

/** The school roll while it is being filled. */
class Roll {
  readonly #sizes = new Map(CLASSES.map((name) => [name, 0]));

  constructor(private readonly workspace: Workspace) {}

  yearsWithPlaces(): Year[] {
    return YEARS.filter((year) => FORMS.some((form) => this.#size(year + form) < CLASS_SIZE));
  }

  smallerClass(year: Year): string {
    return this.#size(`${year}A`) <= this.#size(`${year}B`) ? `${year}A` : `${year}B`;
  }

  enrol(familyName: string, children: readonly Child[], parents: readonly Parent[]): void {
    const pupils = children.map((child) => this.#addPupil({ ...child, familyName }));
    for (const { givenName, familyName: name, at } of parents) {
      this.workspace.people.add({
        email: this.#freeAddress(givenName, name, at),
        givenName,
        familyName: name,
        hasAccount: false,
        title: `Parent of ${pupils.map((pupil) => `${pupil.givenName} ${pupil.familyName} (${pupil.record?.className})`).join(', ')}`,
        record: { role: 'parent', jobTitle: '', className: '', parentOf: pupils.map((pupil) => pupil.email) },
      });
    }
  }

  #addPupil({ givenName, familyName, className }: Child & { familyName: string }): PersonData {
    this.#sizes.set(className, this.#size(className) + 1);
    return this.workspace.people.add({
      email: this.#freeAddress(givenName, familyName, DOMAIN),
      givenName,
      familyName,
      orgUnitPath: `/Pupils/${yearName(className.slice(0, 1))}`,
      title: `Pupil, ${className}`,
      record: { role: 'pupil', jobTitle: '', className, parentOf: [], year: className.slice(0, 1) },
    });
  }

  #size(className: string): number {
    return this.#sizes.get(className) ?? 0;
  }

  /** `given.family@domain`, with a number when somebody has that already. */
  #freeAddress(givenName: string, familyName: string, domain: string): string {
    const name = `${givenName}.${familyName}`.toLowerCase();
    for (let count = 1; ; count += 1) {
      const address = `${name}${count === 1 ? '' : count}@${domain}`;
      if (!this.workspace.people.find(address)) return address;
    }
  }
}
