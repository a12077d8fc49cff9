export interface Version {
  versionNumber: number;
}

export interface Deployment {
  deploymentId: string;
  /** Absent on the deployment of the newest code, which every project has. */
  versionNumber?: number | undefined;
  description?: string | undefined;
}

/** What deploying asks of a script project at Google. Each call may refuse with a `DeployRefusal`. */
export interface ScriptProject {
  /** Who is at work; without `email` when Google would not say. */
  user(): Promise<{ loggedIn: boolean; email?: string | undefined }>;
  versions(): Promise<Version[]>;
  deployments(): Promise<Deployment[]>;
  /** Makes the built files the project's newest code. @returns those that were sent, none when nothing had changed */
  push(): Promise<string[]>;
  createVersion(description: string): Promise<Version>;
  createDeployment(versionNumber: number, description: string): Promise<Deployment>;
  updateDeployment(deploymentId: string, versionNumber: number, description: string): Promise<void>;
}
