import type { Chance } from "@/lib/sample-workload/chance";
import { intents } from "@/lib/sample-workload/intents";
import { filled, type Ticket } from "@/lib/sample-workload/ticket";
import type { ToolName } from "@/lib/sample-workload/tool-schemas";

type Closed = "classify_intent" | "extract_field" | "format_result";

/** The JSON answers of the closed steps; a wrong one differs in one field. */
export function answerOf(step: Closed, ticket: Ticket, right: boolean, chance: Chance): string {
  const { intent, order, email, product, upset, price } = ticket;
  if (step === "classify_intent")
    return JSON.stringify({
      intent: right ? intent.id : chance.pick(intents).id,
      urgency: upset ? "high" : chance.pick(["low", "normal"]),
    });
  if (step === "extract_field")
    return JSON.stringify({
      order_id: right ? order : order.slice(2),
      email: email || null,
      product: product || null,
    });
  return JSON.stringify({
    order_id: order,
    intent: intent.id,
    actions: intent.path.filter((tool) => !/^(?:get|search|check|track)_/u.test(tool)),
    refund_eur: intent.path.includes("issue_refund") ? price : null,
    resolved: right,
    follow_up_on: intent.path.includes("escalate_to_human") ? "tomorrow" : null,
  });
}

const plans: Record<ToolName, readonly [string, ...string[]]> = {
  get_order: [
    "Rule 1: look up {order} before anything else.",
    "I need the status of {order} first.",
  ],
  track_shipment: [
    "The order has shipped with {carrier}; the scans decide what I can promise (rule 10).",
    "Status alone does not explain the delay, so read the events of {tracking}.",
  ],
  search_policy: [
    "Check what the policy says for {product} before offering anything.",
    "The customer's wish goes beyond the usual case; find the section that applies.",
  ],
  check_warranty: ["Rule 6: check the warranty of the {product} with the tool."],
  issue_refund: [
    "The return is scanned and the amount is below the limit of rule 4, so release {price}.",
    "Damaged on arrival and below €200: rule 4 allows the refund at once.",
  ],
  update_address: ["Still processing, so rule 3 allows the change to {street}, {city}."],
  cancel_order: ["Not shipped yet: rule 3 allows to cancel {order}."],
  create_return_label: ["Rule 5: send a label for the {product}, then let the customer choose."],
  send_invoice: ["Rule 11 does not stand against it: send the invoice to {email}."],
  escalate_to_human: [
    "Rule 6: the cause is disputed and the customer reports heat, so a colleague has to decide.",
    "This needs more than €50 of goodwill; hand over with a summary (rule 7).",
  ],
};

const endings = [
  "Nothing is left to do. The reply must say what was done for {order} and what happens next.",
  "Done. Tell {first} about the {product} in two or three sentences; do not promise a date (rule 10).",
  "Settled. The reply should apologise once, name the outcome, and answer the question.",
] as const;

/** Why the planner calls a tool; null when it is done. */
export function planOf(tool: ToolName | null, ticket: Ticket, chance: Chance): string {
  return filled(chance.pick(tool === null ? endings : plans[tool]), ticket);
}

const summaries: Partial<Record<ToolName, readonly [string, ...string[]]>> = {
  get_order: [
    "Order {order} of {ordered}: one {product} for {price}, paid, handed to {carrier} as {tracking}.",
    "{order} holds one {product} ({price}), ordered on {ordered} by {name}.",
  ],
  track_shipment: [
    "{carrier} scanned {tracking} in {city}; it is {daysLate} days behind and not yet delivered.",
    "Last scan in {city}. No delivery so far, {daysLate} days late.",
  ],
  search_policy: [
    "Refunds follow the scanned return and go to the original payment method; damaged items in stock may be replaced first.",
    "The warranty covers defects for 24 months, not water damage; goodwill above €50 needs a team lead.",
  ],
};

export function summaryOf(tool: ToolName, ticket: Ticket, chance: Chance): string {
  return filled(
    chance.pick(summaries[tool] ?? ["The tool confirmed the change to {order}."]),
    ticket,
  );
}
