import { z } from 'zod';
import type { Loaded } from './article.js';
import { readYaml } from './read-yaml.js';

const deploymentFile = z.strictObject({ checks: z.string().trim().min(1).optional() });

/** What a deployment says of itself as a whole; `checks` names the set of checks that it has. */
export type DeploymentFile = z.infer<typeof deploymentFile>;

export function readDeployment(file: string, text: string): Loaded<DeploymentFile> {
  return readYaml(file, text, deploymentFile);
}
