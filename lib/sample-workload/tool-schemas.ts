const described = {
  get_order: ["Look up an order with its lines, payment and status", "order_id"],
  track_shipment: ["List the scan events of a shipment", "tracking_number"],
  search_policy: ["Search the returns, refund and warranty policy", "query"],
  check_warranty: ["Say whether an item is under warranty", "order_id"],
  issue_refund: ["Refund an amount of an order to its payment method", "order_id"],
  update_address: ["Change the delivery address of an order that has not shipped", "order_id"],
  cancel_order: ["Cancel an order that has not shipped", "order_id"],
  create_return_label: ["Create a prepaid return label and send it", "order_id"],
  send_invoice: ["Send the invoice of an order", "order_id"],
  escalate_to_human: ["Hand the conversation to a colleague with a summary", "summary"],
} as const;

export type ToolName = keyof typeof described;

/** The tools offered to the planner, as OpenAI-style schemas. */
export const toolSchemas = Object.entries(described).map(([name, [description, argument]]) => ({
  type: "function",
  function: {
    name,
    description,
    parameters: {
      type: "object",
      properties: { [argument]: { type: "string" } },
      required: [argument],
    },
  },
}));
