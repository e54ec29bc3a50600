import type { Rule } from "./rule";
import { addresses } from "./rules/addresses";
import { cloudSecrets } from "./rules/cloud-secrets";
import { connections } from "./rules/connections";
import { contacts } from "./rules/contacts";
import { forgeSecrets } from "./rules/forge-secrets";
import { idsAmericas } from "./rules/ids-americas";
import { idsEurope } from "./rules/ids-europe";
import { keyMaterial } from "./rules/key-material";
import { modelSecrets } from "./rules/model-secrets";
import { namedValues } from "./rules/named-values";
import { payments } from "./rules/payments";
import { serviceSecrets } from "./rules/service-secrets";

/** Every rule of the product. Where two strike the same place, the earlier one names it. */
export const allRules: readonly Rule[] = [
  ...keyMaterial,
  ...cloudSecrets,
  ...forgeSecrets,
  ...modelSecrets,
  ...serviceSecrets,
  ...connections,
  ...contacts.filter((rule) => rule.id === "email"),
  ...payments,
  ...idsAmericas,
  ...idsEurope,
  ...contacts.filter((rule) => rule.id !== "email"),
  ...addresses,
  ...namedValues,
];
