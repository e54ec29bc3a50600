import type { Chance } from "@/lib/sample-workload/chance";
import type { Ticket } from "@/lib/sample-workload/ticket";
import type { ToolName } from "@/lib/sample-workload/tool-schemas";

export function argumentsOf(tool: ToolName, ticket: Ticket): Record<string, unknown> {
  const { order, tracking, intent, price, street, city, email, product } = ticket;
  if (tool === "track_shipment") return { tracking_number: tracking };
  if (tool === "search_policy") return { query: `${intent.id.replace("_", " ")} ${product}` };
  if (tool === "issue_refund") return { order_id: order, amount: price, currency: "EUR" };
  if (tool === "update_address") return { order_id: order, address: `${street}, ${city}` };
  if (tool === "send_invoice") return { order_id: order, to: email };
  if (tool === "escalate_to_human")
    return {
      summary: `${intent.id} on ${order}, ${product}: needs a decision`,
      priority: "normal",
    };
  return { order_id: order };
}

const scans = [
  "Arrived at sorting centre",
  "Departed sorting centre",
  "Customs cleared",
  "Held: address check",
  "Out for delivery",
  "Delivery attempted, nobody home",
] as const;

const policies = [
  "Refunds are released once a return is scanned at the warehouse, to the original payment method.",
  "Items damaged in transit may be replaced before the return arrives if they are in stock.",
  "The warranty covers defects of material and workmanship for 24 months from delivery.",
  "Water damage is not covered unless the product is sold as waterproof.",
  "Opened items may be returned within 30 days if they are complete and undamaged.",
  "Goodwill above €50 needs the approval of a team lead.",
] as const;

/** What a tool answered, as JSON text. */
export function resultOf(tool: ToolName, ticket: Ticket, chance: Chance): string {
  const { order, product, price, ordered, carrier, tracking, city, name, email } = ticket;
  if (tool === "get_order")
    return JSON.stringify({
      order_id: order,
      customer: { name, email },
      lines: [{ sku: `SKU-${chance.digits(6)}`, title: product, quantity: 1, unit_price: price }],
      payment: { method: chance.pick(["card", "paypal", "invoice"]), captured: true },
      status: chance.pick(["processing", "shipped", "delivered", "returned"]),
      ordered_at: ordered,
      shipment: { carrier, tracking_number: tracking },
    });
  if (tool === "track_shipment")
    return JSON.stringify({
      tracking_number: tracking,
      carrier,
      events: Array.from({ length: chance.between(4, 12) }, (_, day) => ({
        day: day + 1,
        place: city,
        text: chance.pick(scans),
      })),
    });
  if (tool === "search_policy") {
    const from = chance.between(0, policies.length - 1);
    const hits = [0, 1, 2].map((rank) => ({
      rank: rank + 1,
      section: `${chance.between(2, 9)}.${chance.between(1, 7)}`,
      text: policies[(from + rank) % policies.length],
    }));
    return JSON.stringify({ hits });
  }
  if (tool === "check_warranty")
    return JSON.stringify({
      order_id: order,
      covered: chance.yes(0.8),
      months_left: chance.between(1, 20),
    });
  return JSON.stringify({ ok: true, order_id: order, reference: `R${chance.digits(7)}` });
}
