import { START } from "@/lib/curation/redact/boundaries";
import { decodeBase64 } from "@/lib/curation/redact/base64";
import type { Found, Rule } from "@/lib/curation/redact/rule";

/** Keys and tokens by their own form, whoever issued them. */
export const keyMaterial: readonly Rule[] = [
  {
    id: "private_key",
    family: "secret",
    catches: "Private keys in PEM, up to their end or the end of the text",
    starts: ["-----BEGIN "],
    pattern:
      /-----BEGIN (?:RSA |DSA |E(?:C|NCRYPTED) |OPENSSH |PGP )?PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){0,20000}(?:-----END [A-Z0-9 ]{0,60}-----)?/u,
  },
  {
    id: "age_key",
    family: "secret",
    catches: "Private keys of age (AGE-SECRET-KEY-1…)",
    starts: ["AGE-SECRET-KEY-1"],
    pattern: /AGE-SECRET-KEY-1[A-Z0-9]{40,60}/u,
  },
  {
    id: "jwt",
    family: "secret",
    catches:
      "JSON Web Tokens whose first part is a JSON header; also cut off within the second part",
    starts: ["eyJ"],
    pattern: new RegExp(
      `${START}eyJ[A-Za-z0-9_-]{10,600}\\.[A-Za-z0-9_-]{4,16000}(?:\\.[A-Za-z0-9_-]{0,4000}){0,3}`,
      "u",
    ),
    accept: isJwt,
  },
];

/** The first part decodes to a JSON object that names an algorithm or a type. */
function isJwt({ value }: Found): boolean {
  const head = value.slice(0, value.indexOf("."));
  return /"(?:alg|typ|kid|enc)"\s*:/u.test(decodeBase64(head));
}
