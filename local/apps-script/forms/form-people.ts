import type { PermissionData } from '../../workspace/data.ts';
import { permissionIdOf } from '../../workspace/drive/sharing.ts';
import { ApiError } from '../../workspace/errors.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { User } from '../user.ts';
import { FormSettings } from './form-settings.ts';

/** Who may edit the form and who may answer it: both are Drive permissions on its file. */
export abstract class FormPeople extends FormSettings {
  getEditors(): User[] {
    return this.#usersWith((permission) => permission.view === undefined && (permission.role === 'owner' || permission.role === 'writer'));
  }
  addEditor(user: string | User): this {
    return this.#addEditor(this.#address(user, 'addEditor'));
  }
  addEditors(emailAddresses: string[]): this {
    for (const email of this.$texts(emailAddresses, 'addEditors')) this.#addEditor(email.toLowerCase());
    return this;
  }
  /** Takes away what the person was given by name, the right to answer too; not what a group or the domain gives them. */
  removeEditor(user: string | User): this {
    return this.#remove(this.#address(user, 'removeEditor'));
  }

  getPublishedReaders(): User[] {
    return this.#usersWith((permission) => permission.view === 'published');
  }
  addPublishedReader(user: string | User): this {
    return this.#addReader(this.#address(user, 'addPublishedReader'));
  }
  addPublishedReaders(emailAddresses: string[]): this {
    for (const email of this.$texts(emailAddresses, 'addPublishedReaders')) this.#addReader(email.toLowerCase());
    return this;
  }
  /** Takes away the person's viewing and editing too, as documented. */
  removePublishedReader(user: string | User): this {
    return this.#remove(this.#address(user, 'removePublishedReader'));
  }

  #own(): PermissionData[] {
    return this.$form.run.workspace.drive.find(this.$form.form.id)?.permissions ?? [];
  }

  #usersWith(test: (permission: PermissionData) => boolean): User[] {
    return this.#own().flatMap((permission) => (test(permission) && permission.emailAddress ? [new User(permission.emailAddress)] : []));
  }

  #addEditor(emailAddress: string): this {
    return this.#sharing(() => {
      const { drive, data } = this.$form.run.workspace;
      const type = data.groups[emailAddress] ? 'group' : 'user';
      const { id } = drive.sharing.share(this.$form.run.effective, this.$form.id, { type, role: 'writer', emailAddress }, { notify: false });
      const file = drive.find(this.$form.id);
      if (file) file.permissions = file.permissions.filter((permission) => permission.id !== id || permission.view === undefined);
    });
  }

  /** No effect on somebody who is an editor or viewer already. */
  #addReader(emailAddress: string): this {
    const id = permissionIdOf({ type: 'user', emailAddress });
    if (this.#own().some((permission) => permission.id === id && permission.view === undefined)) return this;
    return this.#sharing(() => {
      const { drive, data } = this.$form.run.workspace;
      const type = data.groups[emailAddress] ? 'group' : 'user';
      drive.sharing.share(this.$form.run.effective, this.$form.id, { type, role: 'reader', emailAddress, view: 'published' }, { notify: false });
    });
  }

  #remove(emailAddress: string): this {
    const id = permissionIdOf({ type: 'user', emailAddress });
    return this.#sharing(() => {
      while (this.#own().some((permission) => permission.id === id))
        this.$form.run.workspace.drive.sharing.unshare(this.$form.run.effective, this.$form.id, id);
    });
  }

  #address(user: unknown, method: string): string {
    if (user instanceof User) return user.getEmail().toLowerCase();
    if (typeof user !== 'string') throw mismatch(`FormApp.Form.${method}`, [user]);
    return user.toLowerCase();
  }

  #sharing(work: () => void): this {
    void this.$form.form;
    try {
      work();
    } catch (error) {
      throw error instanceof ApiError ? new ScriptError(error.message) : error;
    }
    return this;
  }
}
