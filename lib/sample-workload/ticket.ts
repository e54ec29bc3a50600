import type { Chance } from "@/lib/sample-workload/chance";
import { intents, type Intent } from "@/lib/sample-workload/intents";

/** What one customer's request is about. */
export type Ticket = {
  intent: Intent;
  name: string;
  email: string;
  order: string;
  product: string;
  price: number;
  ordered: string;
  carrier: string;
  tracking: string;
  city: string;
  street: string;
  daysLate: number;
  upset: boolean;
};

const products = [
  ["Halden desk lamp", 64.9],
  ["Nimbus rain jacket", 129],
  ["Arco espresso grinder", 189.5],
  ["Tern folding bike lock", 42],
  ["Lumo e-reader 7", 159],
  ["Fjord wool blanket", 88],
  ["Pico travel kettle", 39.95],
  ["Vela noise-cancelling headphones", 249],
  ["Orla ceramic pan set", 112],
  ["Kestrel hiking boots", 174.5],
  ["Brio standing mat", 56],
  ["Solis garden light set", 73.2],
] as const;

const people = [
  "Ruth Alvarez",
  "Tomasz Zielinski",
  "Mei Tanaka",
  "Daniel Okafor",
  "Ingrid Solberg",
  "Paolo Ferri",
  "Amira Haddad",
  "Jonas Weber",
  "Grace Kimani",
  "Luc Moreau",
  "Sofia Lindqvist",
  "Arjun Mehta",
  "Nora Byrne",
  "Elif Demir",
  "Mateus Rocha",
  "Hannah Cole",
] as const;

const carriers = ["DHL", "UPS", "FedEx", "PostNord", "DPD"] as const;
const cities = ["Leeds", "Ghent", "Porto", "Aarhus", "Lyon", "Graz", "Turku", "Cork"] as const;
const streets = [
  "Mill Lane",
  "Harbour Street",
  "Station Road",
  "Elm Court",
  "Quay Street",
] as const;

export function drawTicket(chance: Chance, at: Date): Ticket {
  const name = chance.pick(people);
  const [product, price] = chance.pick(products);
  const ordered = new Date(at.getTime() - chance.between(3, 40) * 86_400_000);
  return {
    intent: chance.pick(intents),
    name,
    email: `${name.toLowerCase().replace(" ", ".")}@example.com`,
    order: `A-${chance.digits(5)}`,
    product,
    price,
    ordered: ordered.toISOString().slice(0, 10),
    carrier: chance.pick(carriers),
    tracking: `${chance.pick(["JD", "1Z", "PN"])}${chance.digits(10)}`,
    city: chance.pick(cities),
    street: `${chance.between(2, 98)} ${chance.pick(streets)}`,
    daysLate: chance.between(0, 9),
    upset: chance.yes(0.3),
  };
}

/** Fills `{order}`, `{product}` and so on. */
export function filled(template: string, ticket: Ticket): string {
  const values: Record<string, string> = {
    ...Object.fromEntries(Object.entries(ticket).map(([key, value]) => [key, String(value)])),
    first: ticket.name.split(" ")[0] ?? ticket.name,
    price: `€${ticket.price.toFixed(2)}`,
  };
  return template.replace(/\{(\w+)\}/gu, (whole, key: string) => values[key] ?? whole);
}
