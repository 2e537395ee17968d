import type { Locator, Page } from 'playwright-core';
import type { Say } from '../words';
import { pick } from './pick';

export interface NewPerson {
  name: string;
  email?: string;
  employeeNumber?: string;
  department?: string;
  jobRole?: string;
  manager?: string;
  joinedOn?: string;
}

/** The company's people: who is here, in which departments, with which jobs. */
export class People {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('/people');
    await this.rows.first().waitFor();
  }

  get rows(): Locator {
    return this.page.getByTestId('person');
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  /** Types into the search, and waits until it shows somebody. */
  async find(text: string, name: string): Promise<void> {
    const { page, say } = this;
    await page.getByRole('searchbox', { name: say('people.search') }).fill(text);
    await this.row(name).waitFor();
  }

  /** Adds somebody and comes out on their page. */
  async add(person: NewPerson): Promise<void> {
    const { page } = this;
    await page.getByTestId('add-person').click();
    const dialog = page.getByRole('dialog');
    const fill = async (name: string, value: string | undefined) => {
      if (value !== undefined) await dialog.locator(`input[name=${name}]`).fill(value);
    };
    const choose = async (name: string, value: string | undefined) => {
      if (value !== undefined) await pick(dialog.locator(`input[name=${name}]`), value);
    };
    await fill('name', person.name);
    await fill('email', person.email);
    await fill('employeeNumber', person.employeeNumber);
    await fill('joinedOn', person.joinedOn);
    await choose('departmentId', person.department);
    await choose('jobRoleKey', person.jobRole);
    await choose('managerId', person.manager);
    await page.getByTestId('create-person').click();
    await this.profile.waitFor();
  }

  get profile(): Locator {
    return this.page.getByTestId('profile');
  }

  /** Opens the form of the person whose page it is. */
  async edit(): Promise<Locator> {
    await this.page.getByTestId('edit-person').click();
    return this.page.getByRole('dialog');
  }

  async select(name: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: this.say('people.many.select', { name }) }).check();
  }

  /** Puts everybody who is ticked into a department. */
  async moveSelected(department: string): Promise<void> {
    const { page } = this;
    await page.getByTestId('many-department').click();
    const dialog = page.getByRole('dialog');
    await pick(dialog.getByRole('combobox'), department);
    await page.getByTestId('change-many').click();
    await dialog.waitFor({ state: 'detached' });
  }

  async openDepartments(): Promise<void> {
    await this.page.goto('/people/departments');
    await this.page.getByTestId('department').first().waitFor();
  }

  department(name: string): Locator {
    return this.page.getByTestId('department').filter({ hasText: name });
  }

  async addDepartment(name: string, below: string): Promise<void> {
    const { page } = this;
    await page.getByTestId('add-department').click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[name=name]').fill(name);
    await pick(dialog.getByRole('combobox'), below);
    await page.getByTestId('create-department').click();
    await this.department(name).waitFor();
  }

  /** Chooses in the menu of a department; the dialog that it opens. */
  async departmentMenu(name: string, entry: 'edit' | 'create' | 'merge' | 'close'): Promise<Locator> {
    const { page, say } = this;
    await page.getByRole('button', { name: say('people.departments.actions', { name }) }).click();
    await page.getByRole('button', { name: say(`people.departments.open.${entry}`), exact: true }).click();
    return page.getByRole('dialog');
  }

  async addJobRole(titles: { zh?: string; en?: string }, shown: string): Promise<void> {
    const { page } = this;
    await page.goto('/people/job-roles');
    await page.getByTestId('add-job-role').click();
    const dialog = page.getByRole('dialog');
    if (titles.zh !== undefined) await dialog.locator('input[name=zh-CN]').fill(titles.zh);
    if (titles.en !== undefined) await dialog.locator('input[name=en]').fill(titles.en);
    await page.getByTestId('save-job-role').click();
    await page.getByTestId('job-role').filter({ hasText: shown }).waitFor();
  }
}
