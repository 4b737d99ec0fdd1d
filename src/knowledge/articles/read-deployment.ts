import { z } from 'zod';
import type { Loaded } from './article.js';
import { readYaml } from './read-yaml.js';

/** The tag of a language, as folders are named. */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]+)?$/;

const deploymentFile = z.strictObject({
  checks: z.string().trim().min(1).optional(),
  languages: z.array(z.string().regex(LANGUAGE, 'a language tag expected, like fr')).default([]),
});

/**
 * What a deployment says of itself as a whole: `checks` names the set of checks that it has, `languages` those that it speaks
 * besides its folders'.
 */
export type DeploymentFile = z.infer<typeof deploymentFile>;

/** Reads a `deployment.yml`; what is wrong is told with its line. */
export function readDeployment(file: string, text: string): Loaded<DeploymentFile> {
  return readYaml(file, text, deploymentFile);
}
