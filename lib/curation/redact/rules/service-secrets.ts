import { END, START } from "@/lib/curation/redact/boundaries";
import type { Rule } from "@/lib/curation/redact/rule";

/** Keys of services that agents call. */
export const serviceSecrets: readonly Rule[] = [
  {
    id: "slack_token",
    family: "secret",
    catches:
      "Slack tokens and incoming webhooks (xoxb-…, xoxp-…, xapp-…, hooks.slack.com/services/…)",
    starts: [
      "xoxa-",
      "xoxb-",
      "xoxe-",
      "xoxo-",
      "xoxp-",
      "xoxr-",
      "xoxs-",
      "xoxc-",
      "xoxd-",
      "xapp-",
      "hooks.slack.com/",
    ],
    pattern:
      /xox[abceoprsd]-[A-Za-z0-9%-]{10,250}|xapp-\d-[A-Za-z0-9-]{10,250}|hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<value>[A-Za-z0-9/_-]{20,120})/u,
  },
  {
    id: "stripe_key",
    family: "secret",
    catches: "Stripe keys and webhook secrets (sk_live_…, rk_live_…, sk_test_…, whsec_…)",
    starts: ["sk_live_", "sk_test_", "rk_live_", "rk_test_", "whsec_"],
    pattern: /(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9+/]{16,250}/u,
  },
  {
    id: "sendgrid_key",
    family: "secret",
    catches: "SendGrid keys (SG.….…)",
    starts: ["SG."],
    pattern: new RegExp(`${START}SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}`, "u"),
  },
  {
    id: "twilio_key",
    family: "secret",
    catches: "Twilio account ids and API keys (AC…, SK… and 32 hex digits)",
    near: "digits",
    pattern: new RegExp(`${START}(?:AC|SK)[a-f0-9]{32}${END}`, "gu"),
    accept: ({ value }) => /[a-f]/u.test(value) && /\d/u.test(value.slice(2)),
  },
  {
    id: "shopify_token",
    family: "secret",
    catches: "Shopify tokens (shpat_…, shpca_…, shppa_…, shpss_…)",
    starts: ["shpat_", "shpca_", "shppa_", "shpss_"],
    pattern: /shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{32,64}/u,
  },
  {
    id: "service_token",
    family: "secret",
    catches:
      "Tokens of Linear, Notion, Grafana and Figma (lin_api_…, ntn_…, secret_…, glsa_…, figd_…)",
    starts: ["lin_api_", "ntn_", "glsa_", "figd_", "secret_"],
    pattern:
      /lin_api_[A-Za-z0-9]{32,128}|ntn_\d{11}[A-Za-z0-9]{35}|glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}|figd_[A-Za-z0-9_-]{40,200}|secret_[A-Za-z0-9]{43}(?![A-Za-z0-9_])/u,
  },
];
