/** Of each rule a text that it strikes in, and what of it must be seen nowhere afterwards. */
export type Plant = { rule: string; text: string; secret: string };

const a = (n: number, char = "a1B") => char.repeat(n).slice(0, n);
const whole = (rule: string, text: string): Plant => ({ rule, text, secret: text });
const within = (rule: string, before: string, secret: string, after = ""): Plant => ({
  rule,
  text: `${before}${secret}${after}`,
  secret,
});

/** One of every rule; made up in the published shapes, with check digits where there are any. */
export const PLANTS: readonly Plant[] = [
  within(
    "private_key",
    "-----BEGIN PRIVATE KEY-----\n",
    a(64, "Mk7"),
    "\n-----END PRIVATE KEY-----",
  ),
  whole("age_key", `AGE-SECRET-KEY-1${a(58, "QPZRY9X8")}`),
  whole("jwt", `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.${a(43, "sFl9")}`),
  whole("aws_access_key_id", "AKIAIOSFODNN7PLANTED"),
  within("aws_secret_key", "AKIAIOSFODNN7PLANTEE ", "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"),
  whole("google_api_key", `AIza${a(35, "pL4")}`),
  whole("google_oauth_secret", `GOCSPX-${a(28, "pL4")}`),
  within("azure_key", "AccountName=a;AccountKey=", a(86, "Ab9xY3kQ"), "==;x"),
  whole("digitalocean_token", `dop_v1_${a(64, "0a9f")}`),
  whole("vault_token", `hvs.${a(90, "vLt")}`),
  whole("databricks_token", `dapi${a(32, "0a9e")}`),
  whole("github_token", "ghp_16C7e42F292c6912E7710c838347Ae178B4a"),
  whole("gitlab_token", `glpat-${a(20, "gL4")}`),
  whole("npm_token", `npm_${a(36, "nP4")}`),
  whole("pypi_token", `pypi-AgEIcHlwaS5vcmc${a(120, "pY4")}`),
  whole("docker_token", `dckr_pat_${a(27, "dC4")}`),
  whole("anthropic_key", `sk-ant-api03-${a(93, "cL4")}AA`),
  whole("openai_key", `sk-proj-${a(40, "oA4")}_${a(40, "oB5")}`),
  whole("huggingface_token", `hf_${a(34, "hFgHiJ")}`),
  whole("groq_key", `gsk_${a(52, "gQ4")}`),
  whole("model_provider_key", `r8_${a(37, "rP4")}`),
  whole("langsmith_key", `lsv2_pt_${a(32, "lS4")}_${a(10, "lS5")}`),
  whole("slack_token", "xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx"),
  whole("stripe_key", `sk_live_${a(24, "sT4")}`),
  whole("sendgrid_key", `SG.${a(22, "sG4")}.${a(43, "sG5")}`),
  whole("twilio_key", `SK${a(32, "0b9f")}`),
  whole("shopify_token", `shpat_${a(32, "0c9f")}`),
  whole("service_token", `lin_api_${a(40, "lI4")}`),
  within("url_password", "postgres://app:", "planted-s3cr3t", "@db.internal:5432/app"),
  within("dsn_password", "Server=db;User Id=sa;Password=", "Pl@nted2;".slice(0, -1), ";"),
  within("named_secret", "DB_PASSWORD=", "hunter2planted"),
  within("auth_header", "Authorization: Bearer ", "plantedbearer0123456789"),
  whole("email", "jane.planted@example.org"),
  whole("phone", "+31 6 5551 2467"),
  whole("card_number", "4111 1111 1111 1111"),
  whole("iban", "GB82 WEST 1234 5698 7654 32"),
  whole("us_ssn", "078-05-1120"),
  whole("br_cpf", "529.982.247-25"),
  within("nl_bsn", "BSN: ", "111222333"),
  whole("es_dni", "12345678Z"),
  whole("it_codice_fiscale", "RSSMRA85T10A562S"),
  whole("fr_nir", "2 55 08 14 168 025 38"),
  whole("se_personnummer", "811228-9874"),
  within("pl_pesel", "PESEL ", "44051401458"),
  whole("uk_nino", "CE 46 81 57 D"),
  whole("ip_v4", "8.8.4.4"),
  whole("ip_v6", "2001:4860:4860::8844"),
];

/** All plants as one text, each in a line of its own. */
export const ALL = PLANTS.map(({ text }) => text).join("\n| ");

/** What stands in names and ids: the parts of people's lives that end up there, and keys. */
export const IN_NAMES = PLANTS.filter(({ rule }) =>
  ["github_token", "email", "phone", "card_number"].includes(rule),
);
export const NAMES = IN_NAMES.map(({ text }) => text).join(" ");

/** Which plants are to be seen in a text, escaped in any way that we write or not, by their rules. */
export function survivorsIn(text: string): string[] {
  const open = text
    .replaceAll(/\\u00([0-9a-f]{2})/giu, (_all, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replaceAll("&amp;", "&")
    .replaceAll("\\/", "/");
  const forms = (secret: string) => [secret, encodeURIComponent(secret), base64(secret)];
  return PLANTS.filter(({ secret }) =>
    forms(secret).some((form) => text.includes(form) || open.includes(form)),
  ).map(({ rule }) => rule);
}

const base64 = (text: string) => Buffer.from(text).toString("base64").replace(/=+$/u, "");
