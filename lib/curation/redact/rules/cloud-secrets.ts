import { END, START } from "@/lib/curation/redact/boundaries";
import type { Found, Rule } from "@/lib/curation/redact/rule";

/** Small and capital letters and a digit: random base64, not a hash in hex and not a path. */
const isMixed = ({ value }: Found): boolean =>
  /[a-z]/u.test(value) && /[A-Z]/u.test(value) && /\d/u.test(value);

/** Keys of clouds. Shapes as the vendors document them. */
export const cloudSecrets: readonly Rule[] = [
  {
    id: "aws_access_key_id",
    family: "secret",
    catches: "AWS access key ids (AKIA…, ASIA…)",
    starts: ["AKIA", "ASIA"],
    pattern: new RegExp(`${START}A[KS]IA[A-Z0-9]{16}${END}`, "u"),
  },
  {
    id: "aws_secret_key",
    family: "secret",
    catches: "AWS secret access keys within 200 characters behind a key id",
    starts: ["AKIA", "ASIA"],
    pattern:
      /A[KS]IA[A-Z0-9]{16}[\s\S]{1,200}?(?<![A-Za-z0-9/+=])(?<value>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/u,
    accept: isMixed,
  },
  {
    id: "google_api_key",
    family: "secret",
    catches: "Google API keys (AIza…), also those of Gemini and Maps",
    starts: ["AIza"],
    pattern: new RegExp(`${START}AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])`, "u"),
  },
  {
    id: "google_oauth_secret",
    family: "secret",
    catches: "Google OAuth client secrets and access tokens (GOCSPX-…, ya29.…)",
    starts: ["GOCSPX-", "ya29."],
    pattern: /GOCSPX-[A-Za-z0-9_-]{20,64}|ya29\.[A-Za-z0-9_-]{20,1000}/u,
  },
  {
    id: "azure_key",
    family: "secret",
    catches: "Keys in Azure connection strings and signatures in shared-access addresses",
    words: ["AccountKey=", "SharedAccessKey=", "SharedSecretValue=", "sig="],
    pattern:
      /(?:(?:AccountKey|SharedAccessKey|SharedSecretValue)=(?<value>[A-Za-z0-9+/=]{20,200})|(?<=[?&;])sig=(?<signature>[A-Za-z0-9%+/=]{30,200}))/iu,
  },
  {
    id: "digitalocean_token",
    family: "secret",
    catches: "DigitalOcean tokens (dop_v1_…, doo_v1_…, dor_v1_…)",
    starts: ["dop_v1_", "doo_v1_", "dor_v1_"],
    pattern: /do[por]_v1_[a-f0-9]{64}/u,
  },
  {
    id: "vault_token",
    family: "secret",
    catches: "HashiCorp Vault tokens (hvs.…, hvb.…)",
    starts: ["hvs.", "hvb."],
    pattern: new RegExp(`${START}hv[sb]\\.[A-Za-z0-9_-]{24,300}`, "u"),
  },
  {
    id: "databricks_token",
    family: "secret",
    catches: "Databricks tokens (dapi…)",
    starts: ["dapi"],
    pattern: new RegExp(`${START}dapi[a-f0-9]{32}(?:-\\d)?${END}`, "u"),
  },
];
