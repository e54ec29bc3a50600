import { END, START } from "@/lib/curation/redact/boundaries";
import type { Rule } from "@/lib/curation/redact/rule";

/** Keys of model providers. Those of OpenAI's shape are also used by proxies and gateways. */
export const modelSecrets: readonly Rule[] = [
  {
    id: "anthropic_key",
    family: "secret",
    catches: "Anthropic keys (sk-ant-…)",
    starts: ["sk-"],
    pattern: new RegExp(`${START}sk-ant-[A-Za-z0-9_-]{20,200}`, "u"),
  },
  {
    id: "openai_key",
    family: "secret",
    catches: "Keys of OpenAI's shape (sk-…, sk-proj-…, sk-svcacct-…, sk-or-v1-…, sk-lf-…)",
    starts: ["sk-"],
    pattern: new RegExp(`${START}sk-(?!ant-)[A-Za-z0-9_-]{20,250}`, "u"),
    accept: ({ value }) => /\d/u.test(value) && /[A-Za-z0-9]{8}/u.test(value.slice(3)),
  },
  {
    id: "huggingface_token",
    family: "secret",
    catches: "Hugging Face tokens (hf_…)",
    starts: ["hf_"],
    pattern: new RegExp(`${START}hf_[A-Za-z0-9]{30,64}${END}`, "u"),
  },
  {
    id: "groq_key",
    family: "secret",
    catches: "Groq keys (gsk_…)",
    starts: ["gsk_"],
    pattern: new RegExp(`${START}gsk_[A-Za-z0-9]{40,64}${END}`, "u"),
  },
  {
    id: "model_provider_key",
    family: "secret",
    catches:
      "Keys of xAI, Replicate, Perplexity, NVIDIA, Fireworks (xai-…, r8_…, pplx-…, nvapi-…, fw_…)",
    starts: ["xai-", "r8_", "pplx-", "nvapi-", "fw_"],
    pattern: new RegExp(
      `${START}(?:xai-[A-Za-z0-9]{40,120}|r8_[A-Za-z0-9]{37,40}|pplx-[A-Za-z0-9]{40,64}|nvapi-[A-Za-z0-9_-]{50,80}|fw_[A-Za-z0-9]{22,40})${END}`,
      "u",
    ),
  },
  {
    id: "langsmith_key",
    family: "secret",
    catches: "LangSmith keys (lsv2_pt_…, lsv2_sk_…)",
    starts: ["lsv2_"],
    pattern: /lsv2_(?:pt|sk)_[A-Za-z0-9_]{30,80}/u,
  },
];
