import type { PermissionData } from '../../workspace/data.ts';
import { ScriptError } from '../errors.ts';
import { User } from '../user.ts';
import { expectArgs, InSpreadsheet } from './host.ts';

/** Who may see and change the file. */
export abstract class SpreadsheetPeople extends InSpreadsheet {
  get #file() {
    const file = this.$read((spreadsheet) => this.$host.run.workspace.drive.find(spreadsheet.id));
    if (!file) throw new ScriptError('Unexpected error while getting the method or property openById on object SpreadsheetApp.');
    return file;
  }
  #named(...roles: PermissionData['role'][]): User[] {
    return this.#file.permissions
      .filter((each) => roles.includes(each.role) && each.view === undefined)
      .flatMap((each) => (each.emailAddress ? [new User(each.emailAddress)] : []));
  }
  getOwner(): User {
    return new User(this.#file.owner);
  }
  getEditors(): User[] {
    return this.#named('owner', 'writer');
  }
  getViewers(): User[] {
    return this.#named('reader', 'commenter');
  }

  #share(method: string, people: unknown[], role: 'writer' | 'reader' | null): this {
    const { drive } = this.$host.run.workspace;
    this.$change(() => {
      const file = this.#file;
      const mine = drive.roleOf(this.$host.run.effective, file.id);
      if (mine !== 'owner' && !file.writersCanShare) throw new ScriptError('You do not have permission to share this file.');
      for (const person of people) {
        expectArgs(`Spreadsheet.${method}`, [person], 'string|User');
        const address = (person instanceof User ? person.$email : String(person)).toLowerCase();
        const known = file.permissions.find((each) => each.emailAddress?.toLowerCase() === address && each.view === undefined);
        if (known?.role === 'owner') continue;
        if (role === null) file.permissions = file.permissions.filter((each) => each !== known);
        else if (!known) {
          const type = this.$host.run.workspace.data.groups[address] ? 'group' : 'user';
          file.permissions.push({ id: this.$host.run.workspace.newId(20, '0123456789'), type, role, emailAddress: address });
        } else if (role === 'writer') known.role = 'writer';
      }
    });
    return this;
  }
  addEditor(...args: unknown[]): this {
    return this.#share('addEditor', args, 'writer');
  }
  addEditors(...args: unknown[]): this {
    expectArgs('Spreadsheet.addEditors', args, 'Array');
    return this.#share('addEditors', args[0] as unknown[], 'writer');
  }
  addViewer(...args: unknown[]): this {
    return this.#share('addViewer', args, 'reader');
  }
  addViewers(...args: unknown[]): this {
    expectArgs('Spreadsheet.addViewers', args, 'Array');
    return this.#share('addViewers', args[0] as unknown[], 'reader');
  }
  removeEditor(...args: unknown[]): this {
    return this.#share('removeEditor', args, null);
  }
  removeViewer(...args: unknown[]): this {
    return this.#share('removeViewer', args, null);
  }
}
