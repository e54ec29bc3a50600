import { END, START } from "@/lib/curation/redact/boundaries";
import type { Rule } from "@/lib/curation/redact/rule";

/** Tokens of code forges and package registries. */
export const forgeSecrets: readonly Rule[] = [
  {
    id: "github_token",
    family: "secret",
    catches: "GitHub tokens (ghp_…, gho_…, ghu_…, ghs_…, ghr_…, github_pat_…)",
    starts: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"],
    pattern: /gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255}/u,
  },
  {
    id: "gitlab_token",
    family: "secret",
    catches: "GitLab tokens (glpat-…, gldt-…, glrt-…, glcbt-…)",
    starts: ["glpat-", "gldt-", "glrt-", "glcbt-"],
    pattern: /gl(?:pat|dt|rt|cbt)-[A-Za-z0-9_.-]{19,300}[A-Za-z0-9_]/u,
  },
  {
    id: "npm_token",
    family: "secret",
    catches: "npm access tokens (npm_…)",
    starts: ["npm_"],
    pattern: new RegExp(`${START}npm_[A-Za-z0-9]{36}${END}`, "u"),
  },
  {
    id: "pypi_token",
    family: "secret",
    catches: "PyPI upload tokens (pypi-…)",
    starts: ["pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBpLm9yZw"],
    pattern: /pypi-AgE[A-Za-z0-9_-]{50,1000}/u,
  },
  {
    id: "docker_token",
    family: "secret",
    catches: "Docker Hub tokens (dckr_pat_…)",
    starts: ["dckr_pat_"],
    pattern: /dckr_pat_[A-Za-z0-9_-]{20,64}/u,
  },
];
