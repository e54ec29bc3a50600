import type { ToolName } from "@/lib/sample-workload/tool-schemas";

/** A reason for which customers write, with what they say and what the agent does about it. */
export type Intent = {
  id: string;
  opening: readonly [string, ...string[]];
  followUp: readonly [string, ...string[]];
  /** The tools a good run calls, in order. */
  path: readonly ToolName[];
  reply: readonly [string, ...string[]];
  closing: readonly [string, ...string[]];
};

export const intents: readonly [Intent, ...Intent[]] = [
  {
    id: "order_status",
    opening: [
      "Hi, I ordered the {product} on {ordered} (order {order}) and it still has not arrived. Where is it?",
      "Can you tell me where order {order} is? The tracking page has not moved for days.",
      "My {product} was due last week. Order number {order}, e-mail {email}. What is going on?",
    ],
    followUp: [
      "Thanks. Can you make sure it is not left with a neighbour?",
      "And if it is not here by the weekend, what happens then?",
    ],
    path: ["get_order", "track_shipment"],
    reply: [
      "Hello {first}, your {product} is with {carrier} and was last scanned in {city}. It is {daysLate} days behind; delivery is now expected within two working days.",
      "Hi {first}, order {order} left our warehouse on time. {carrier} has it in {city} and should hand it over the day after tomorrow.",
    ],
    closing: [
      "I have added a note for the driver.",
      "You will get a message on the morning of delivery.",
    ],
  },
  {
    id: "refund_request",
    opening: [
      "I returned the {product} from order {order} two weeks ago and have not seen my {price} yet.",
      "Please refund order {order}. The {product} is not what I expected and I sent it back unopened.",
    ],
    followUp: [
      "Which card will it go to?",
      "How long does that take? I was told five days last time.",
    ],
    path: ["get_order", "search_policy", "issue_refund"],
    reply: [
      "Hello {first}, I have refunded {price} for the {product} to the card you paid with. Banks take three to five working days to show it.",
      "Hi {first}, your return of the {product} arrived, so I have released {price} today.",
    ],
    closing: ["You do not have to do anything else.", "I will write if the bank sends it back."],
  },
  {
    id: "damaged_item",
    opening: [
      "The {product} came with a crack right through it. Order {order}. The box itself was fine, so it was packed like that.",
      "Unpacked my {product} today and it is broken. I need it on Saturday. {order}, {name}.",
    ],
    followUp: [
      "I would rather have a new one than the money, if that is possible by Saturday.",
      "Do I have to print the label? I have no printer.",
    ],
    path: ["get_order", "search_policy", "create_return_label", "issue_refund"],
    reply: [
      "I am sorry about this, {first}. I have sent a prepaid return label to {email}. As the {product} is in stock I can either send a new one by express today, as a goodwill exception without waiting for the return, or refund {price}. Which would suit you better?",
      "I am sorry that your {product} arrived broken, {first}. A courier can collect it from {street}, and your {price} is on its way back already. If you would like a replacement by Saturday, I can reserve one now and charge it only when it ships.",
    ],
    closing: [
      "Please keep the box until the courier has been.",
      "Photos are not needed this time.",
    ],
  },
  {
    id: "change_address",
    opening: [
      "I moved! Please send order {order} to {street}, {city} instead.",
      "Wrong address on order {order}, it should be {street} in {city}. Has it shipped already?",
    ],
    followUp: ["Please use it for my next orders too.", "Is there a charge for this?"],
    path: ["get_order", "update_address"],
    reply: [
      "Hello {first}, order {order} now goes to {street}, {city}. It had not left the warehouse, so nothing is delayed.",
      "Done, {first}: {street}, {city} is now the delivery address of order {order}.",
    ],
    closing: ["There is no charge.", "I have saved it in your account as well."],
  },
  {
    id: "cancel_order",
    opening: [
      "Please cancel {order}, I found the {product} cheaper elsewhere.",
      "I ordered the {product} twice by accident, please cancel order {order}. The other one should stay.",
    ],
    followUp: ["Will I get a confirmation?", "Good. And the delivery fee?"],
    path: ["get_order", "cancel_order"],
    reply: [
      "Hello {first}, order {order} is cancelled and {price} will not be charged.",
      "Hi {first}, I have cancelled the {product} of order {order}. Your other order is untouched.",
    ],
    closing: ["A confirmation is on its way to {email}.", "The delivery fee is returned too."],
  },
  {
    id: "warranty_claim",
    opening: [
      "After five months my {product} just stopped working. It is from order {order}. Is that covered?",
      "The {product} I bought on {ordered} makes a grinding noise and gets hot. I do not feel safe using it. {order}",
    ],
    followUp: [
      "I tried what you wrote, it still does not turn on. What now?",
      "The shop in {city} says it is water damage. It was never near water!",
    ],
    path: ["get_order", "check_warranty", "search_policy", "escalate_to_human"],
    reply: [
      "Thank you for telling us, {first}. Your {product} is under warranty. Please stop using it for now: what you describe may be a fault of the motor, and a specialist will call you today to decide between a repair and a replacement. As the repair shop in {city} says something different, I have asked our manager to look at both reports before anything is charged.",
      "I understand the worry, {first}. The warranty covers defects, and a judgement of water damage by one shop does not settle it. I have passed your case with both reports to a colleague who may make an exception; you will hear from her by tomorrow noon.",
    ],
    closing: ["Please keep the receipt of the shop.", "You can reply to this message with photos."],
  },
  {
    id: "invoice_copy",
    opening: [
      "I need an invoice for order {order} with our company name on it, please.",
      "Could you send the invoice for the {product} ({order}) to {email}? Accounting is asking.",
    ],
    followUp: ["Can it be in the name of Weber & Sons?", "Got it, thanks. Is the tax shown apart?"],
    path: ["get_order", "send_invoice"],
    reply: [
      "Hello {first}, the invoice for order {order} is on its way to {email}.",
      "Hi {first}, I have sent the invoice over {price} to {email}; tax is shown on its own line.",
    ],
    closing: ["It is also in your account under Orders.", "Let me know if the name has to change."],
  },
];
